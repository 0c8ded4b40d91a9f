// Before each file of tests on PostgreSQL: the modules are installed, as in the running application.
import '#modules/list.server.ts';
