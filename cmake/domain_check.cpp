// Linked with the whole of one domain library, core, and nothing else: a domain that needs more than core and
// contracts, which are only headers, does not link.
int main() {}
