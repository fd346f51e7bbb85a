/* Where the program begins: what must stand before any thread, then the
 * command line. */
#include "base/secret.h"
#include "cli/cli.h"

int main(int argc, char **argv)
{
	secret_init();
	store_init();
	return cli_run(argc, argv);
}
