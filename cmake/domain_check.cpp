// Linked with the whole of one domain library, core, and nothing else: if a domain came to need more, this
// would not link.
int main() {}
