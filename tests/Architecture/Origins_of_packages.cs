namespace Helpdesk.Architecture.Tests;

public sealed class Origins_of_packages
{
    // In pieces, for this file is searched too.
    static readonly string[] Registries =
    [
        "nu" + "get.org", "npm" + "js.org", "npm" + "js.com", "pypi" + ".org", "crates" + ".io", "registry" + ".npm",
        "deb." + "debian.org", "yarn" + "pkg.com",
    ];

    [Fact]
    public void The_project_works_wherever_packages_come_from() =>
        Assert.Empty(Repository.Files.Where(x => NamesRegistry(x.Text)).Select(x => x.Path));

    [Fact]
    public void A_registry_is_found() => Assert.True(NamesRegistry("\"resolved\": \"https://registry" + ".npm" + "js.org/x.tgz\""));

    static bool NamesRegistry(string text) => Array.Exists(Registries, x => text.Contains(x, StringComparison.OrdinalIgnoreCase));
}
