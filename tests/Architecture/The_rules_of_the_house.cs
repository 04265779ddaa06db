namespace Helpdesk.Architecture.Tests;

public sealed class The_rules_of_the_house
{
    [Fact]
    public void The_whole_project_is_looked_at()
    {
        Assert.Contains(Repository.Files, x => x.Path == "README.md");
        Assert.Contains(Repository.Production, x => x.Path == "gateway/Program.cs");
        Assert.DoesNotContain(Repository.Files, x => x.Path.Contains("/obj/", StringComparison.Ordinal));
    }

    [Fact]
    public void No_service_references_another()
    {
        string[] allowed =
        [
            "services/Api/Api.csproj", "services/Contracts/Contracts.csproj", "services/Messaging/Messaging.csproj",
            "services/Revocation/Revocation.csproj",
            "ServiceDefaults/ServiceDefaults.csproj",
        ];
        var services = Repository.Files.Where(x => x.IsProject
            && (x.Path.StartsWith("services/", StringComparison.Ordinal) || x.Path.StartsWith("gateway/", StringComparison.Ordinal)));

        Assert.Empty(services.SelectMany(x => Targets(x).Except(allowed).Select(y => $"{x.Path} references {y}")));
    }

    [Fact]
    public void What_all_services_stand_on_knows_none_of_them()
    {
        string[] contracts = ["services/Contracts/Contracts.csproj"], api = [.. contracts, "services/Api/Api.csproj"];
        (string Project, string[] Allowed)[] foundations =
        [
            ("services/Contracts/Contracts.csproj", []), ("services/Api/Api.csproj", contracts),
            ("ServiceDefaults/ServiceDefaults.csproj", api),
            ("services/Messaging/Messaging.csproj", [.. api, "ServiceDefaults/ServiceDefaults.csproj"]),
        ];
        Assert.Empty(foundations.SelectMany(x => Targets(Repository.Files.Single(y => y.Path == x.Project)).Except(x.Allowed)
            .Select(y => $"{x.Project} references {y}")));
    }

    [Fact]
    public void Requests_and_responses_do_no_work() =>
        AssertNone(Repository.Production.Where(x => x.Path.StartsWith("services/Api/", StringComparison.Ordinal)), x => Rules.Work(x.Text));

    [Fact]
    public void Only_the_typed_clients_know_addresses_of_the_api()
    {
        string[] kinds = [".cs", ".cshtml", ".js"], elsewhere = ["web/Ui/Api/", "web/Ui/wwwroot/"];
        AssertNone(
            Repository.Files.Where(x => x.Path.StartsWith("web/", StringComparison.Ordinal) && kinds.Contains(Path.GetExtension(x.Path))
                && !elsewhere.Any(y => x.Path.StartsWith(y, StringComparison.Ordinal))),
            x => Rules.ApiPaths(x.Text));
    }

    [Fact]
    public void No_file_is_longer_than_250_lines() =>
        AssertNone(Repository.Files.Where(x => x.IsCode && x.Lines > 250 && !x.Path.Contains("/Migrations/", StringComparison.Ordinal)),
            x => [$"{x.Lines} lines"]);

    [Fact]
    public void Half_of_the_files_have_40_lines_at_most_and_nine_of_ten_120()
    {
        var lines = Repository.Production.Select(x => x.Lines).Order().ToList();
        Assert.InRange(lines[lines.Count / 2], 1, 40);
        Assert.InRange(lines[lines.Count * 9 / 10], 1, 120);
    }

    [Fact]
    public void A_program_has_30_lines_at_most() =>
        AssertNone(Repository.Production.Where(x => x.Name == "Program.cs" && x.Lines > 30), x => [$"{x.Lines} lines"]);

    [Fact]
    public void Names_say_what_a_thing_is() => AssertNone(Repository.Files.Where(x => x.IsCode), x => Rules.NamesThatSayNothing(x.Text));

    [Fact]
    public void Nothing_outside_messaging_publishes_past_the_outbox() =>
        AssertNone(Repository.Production.Where(x => x.Path.StartsWith("services/", StringComparison.Ordinal)
            && !x.Path.StartsWith("services/Messaging/", StringComparison.Ordinal)), x => Rules.BusInHand(x.Text));

    [Fact]
    public void Time_comes_from_the_clock_that_a_test_can_set() => AssertNone(Repository.Production, x => Rules.WallClock(x.Text));

    // Writing an answer adds to it (its trace id, for one): two requests that write the same object break each other.
    [Fact]
    public void Every_request_is_given_an_answer_of_its_own() => AssertNone(Repository.Production, x => Rules.SharedAnswers(x.Text));

    [Fact]
    public void No_interface_exists_for_the_sake_of_one_class() =>
        AssertNone(Repository.Production, x => Rules.Types(x.Text, "interface")
            .Where(y => Repository.Production.Any(z => Rules.Types(z.Text, "class").Contains(y[1..]))));

    [Fact]
    public void The_project_works_wherever_packages_come_from() => AssertNone(Repository.Files, x => Rules.RegistryHosts(x.Text));

    static IEnumerable<string> Targets(SourceFile project) =>
        Rules.References(project.Text).Select(x => Path.GetRelativePath(".", Path.GetFullPath(Path.Combine(project.Folder, x))));

    static void AssertNone(IEnumerable<SourceFile> files, Func<SourceFile, IEnumerable<string>> faults) =>
        Assert.Empty(files.SelectMany(x => faults(x).Distinct().Select(y => $"{x.Path}: {y}")));
}
