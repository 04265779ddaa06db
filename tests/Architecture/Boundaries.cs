using System.Reflection;
using ArchUnitNET.xUnitV3;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Helpdesk.Architecture.Tests;

public sealed class Boundaries
{
    /// <summary>Nothing that a rule of the house is decided by knows how it is stored, asked for or told.</summary>
    const string Hosts = @"^(Microsoft\.(EntityFrameworkCore|AspNetCore)|MassTransit|RabbitMQ|Npgsql|Dapper)(\.|$)";

    public static TheoryData<string> Services => [.. Production.Services.Select(x => x.GetName().Name!)];

    [Theory]
    [MemberData(nameof(Services))]
    public void No_service_depends_on_another(string service)
    {
        var others = Production.Services.Where(x => x.GetName().Name != service).ToArray();
        Types().That().ResideInAssembly(Assembly.Load(service))
            .Should().NotDependOnAny(Types().That().ResideInAssembly(others[0], others[1..]))
            .Check(Production.Model);
    }

    [Fact]
    public void No_page_depends_on_a_service() =>
        Types().That().ResideInAssembly(Production.Of("Portal"), Production.Of("Ui"), Production.Of("Gateway"))
            .Should().NotDependOnAny(Types().That().ResideInAssembly(Production.Services[0], [.. Production.Services.Skip(1)]))
            .Check(Production.Model);

    [Fact]
    public void Contracts_stand_on_the_framework_alone() =>
        Assert.All(
            Production.Of("Contracts").GetReferencedAssemblies(), x => Assert.StartsWith("System.", x.Name, StringComparison.Ordinal));

    [Fact]
    public void The_records_of_the_api_stand_on_contracts_and_the_framework_alone() =>
        Assert.All(
            Production.Of("Api").GetReferencedAssemblies().Where(x => x.Name != "Helpdesk.Contracts"),
            x => Assert.StartsWith("System.", x.Name, StringComparison.Ordinal));

    [Fact]
    public void The_api_has_no_logic_but_the_forms_of_what_people_type() =>
        Assert.Empty(Production.Types
            .Where(x => x.Assembly == Production.Of("Api") && x.Namespace?.StartsWith("Helpdesk.", StringComparison.Ordinal) == true
                && x.Namespace != "Helpdesk.Api.Formats" && !IsData(x)).Select(x => x.Name)
            // How a page is cut belongs to what a page is.
            .Except(["PagedResult"]));

    [Theory]
    [InlineData(@"^Helpdesk\.Ticketing\.Model\.")]
    [InlineData(@"^Helpdesk\.Assignment\.(Areas\.Area|Agents\.(Agent|Absence)|Categories\.Category|Receipts\.Receipt)$")]
    [InlineData(
        @"^Helpdesk\.Assignment\.Assigning\." +
        @"(Ticket|RoundRobin(State)?|CandidateAgent|Eligibility|\w+Reasons|AssignmentExplanation)$")]
    public void A_model_knows_no_host_no_database_and_no_broker(string types) =>
        Types().That().HaveFullNameMatching(types)
            .Should().NotDependOnAnyTypesThat().HaveFullNameMatching(Hosts)
            .Check(Production.Model);

    [Fact]
    public void Projects_refer_to_no_service_and_foundations_to_what_is_below_them_alone()
    {
        string[] contracts = ["Contracts"], api = [.. contracts, "Api"], defaults = [.. api, "ServiceDefaults"];
        string[] libraries = [.. defaults, "Messaging", "Revocation"];
        Dictionary<string, string[]> allowed = new()
        {
            ["Contracts"] = [], ["Api"] = contracts, ["ServiceDefaults"] = api, ["Messaging"] = defaults,
            ["Revocation"] = [.. defaults, "Messaging"], ["Gateway"] = defaults, ["Ui"] = libraries, ["Portal"] = [.. libraries, "Ui"],
        };
        foreach (var service in Production.Services)
            allowed[service.GetName().Name!["Helpdesk.".Length..]] = libraries;

        Assert.All(allowed, x => Assert.Empty(Repository.ReferencesOf(x.Key).Except(x.Value)));
    }

    /// <summary>A record, an enum, constants, or what says by an attribute how a member is checked.</summary>
    static bool IsData(Type type) =>
        type.IsEnum || type.GetMethod("<Clone>$") is not null || type.IsAssignableTo(typeof(Attribute))
        || (type.IsAbstract && type.IsSealed && type.GetMethods(Declared).All(x => x.IsSpecialName));

    const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
}
