using System.Reflection;
using ArchUnitNET.xUnitV3;
using Microsoft.AspNetCore.Http;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Helpdesk.Architecture.Tests;

/// <summary>What must not be used in some places. What must not be used anywhere stands in BannedSymbols.txt, for the compiler.</summary>
public sealed class Bans
{
    [Fact]
    public void Nothing_outside_messaging_publishes_past_the_outbox() =>
        Types().That().ResideInAssembly(Production.Services[0], [.. Production.Services.Skip(1), Production.Of("Revocation")])
            .Should().NotDependOnAnyTypesThat().HaveFullName("MassTransit.IBus")
            .Check(Production.Model);

    [Fact]
    public void No_service_sends_mail_by_the_framework() =>
        Types().That().ResideInAssembly(Production.Services[0], [.. Production.Services.Skip(1), Production.Of("ServiceDefaults")])
            .Should().NotDependOnAnyTypesThat().ResideInNamespaceMatching(@"^System\.Net\.Mail$")
            .Check(Production.Model);

    // The clock that a test can set measures, too. Messaging waits for real servers.
    [Fact]
    public void No_service_and_no_page_measures_by_the_machine() =>
        Types().That()
            .ResideInAssembly(Production.Services[0], [.. Production.Services.Skip(1), Production.Of("Ui"), Production.Of("Portal")])
            .Should().NotDependOnAnyTypesThat().HaveFullName("System.Diagnostics.Stopwatch")
            .Check(Production.Model);

    // Writing an answer adds to it (its trace id, for one): two requests that write the same object break each other.
    [Fact]
    public void Every_request_is_given_an_answer_of_its_own() => Assert.Empty(SharedResults(Production.Types));

    [Fact]
    public void An_answer_for_several_requests_is_found() =>
        Assert.Equal(
            ["Sample.<Property>k__BackingField", "Sample.Field"],
            SharedResults([typeof(Sample)]).Order(StringComparer.Ordinal));

    static IEnumerable<string> SharedResults(IEnumerable<Type> types) =>
        from type in types
        where !type.ContainsGenericParameters
        from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        where field.FieldType.IsAssignableTo(typeof(IResult))
        select $"{type.Name}.{field.Name}";

    static class Sample
    {
        static readonly IResult Field = TypedResults.Problem("x");
        static IResult Property { get; } = TypedResults.Problem("x");
        static IResult Made => Property ?? Field;

        static IResult Make() => Made;
    }
}
