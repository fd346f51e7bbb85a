"""A mail server for tests/mail.mjs, run by aiosmtpd:

    python3 -m aiosmtpd -n -l HOST:PORT -c mailserver.Server FOLDER

What it takes becomes FOLDER/N.json, as an independent parser reads it.  Each line
of FOLDER/refusals says when to refuse and how: "rcpt louise@dube.example 550 gone",
"data louise@dube.example 451 later".
"""
import asyncio
import email
import email.policy
import json
import os


class Server:
    def __init__(self, folder):
        self.folder = folder
        self.taken = 0

    @classmethod
    def from_cli(cls, parser, *arguments):
        return cls(arguments[0])

    def refusal(self, stage, address):
        path = os.path.join(self.folder, "refusals")
        for line in open(path) if os.path.exists(path) else []:
            words = line.strip().split(" ", 2)
            if words[:2] == [stage, address]:
                return words[2]
        return None

    async def handle_RCPT(self, server, session, envelope, address, options):
        refused = self.refusal("rcpt", address)
        if refused:
            return refused
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        refused = self.refusal("data", envelope.rcpt_tos[0])
        if refused:
            return refused
        await asyncio.sleep(0.02)
        self.keep(session, envelope)
        return "250 OK"

    def keep(self, session, envelope):
        mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
        text = {kind: mail.get_body((kind,)) for kind in ("plain", "html")}
        kept = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "tls": session.ssl is not None,
            "names": mail.keys(),
            "headers": {name.lower(): str(value) for name, value in mail.items()},
            "type": mail.get_content_type(),
            "defects": [str(defect) for part in mail.walk() for defect in part.defects],
            "longest": max(len(line) for line in envelope.content.split(b"\r\n")),
            **{kind: part and part.get_content() for kind, part in text.items()},
        }
        self.taken += 1
        path = os.path.join(self.folder, "%d-%d.json" % (os.getpid(), self.taken))
        with open(path + ".part", "w") as file:
            json.dump(kept, file)
        os.rename(path + ".part", path)
