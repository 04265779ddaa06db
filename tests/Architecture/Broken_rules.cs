namespace Helpdesk.Architecture.Tests;

public sealed class Broken_rules
{
    [Theory]
    [InlineData("public sealed class TicketManager", "TicketManager")]
    [InlineData("    internal static partial class StringHelpers", "StringHelpers")]
    [InlineData("record struct TicketDto(int X)", "TicketDto")]
    [InlineData("interface IEntityBase", "IEntityBase")]
    [InlineData("static class Common", "Common")]
    public void An_empty_name_is_found(string text, string name) => Assert.Equal([name], Rules.NamesThatSayNothing(text));

    [Theory]
    [InlineData("sealed class SharedKeys")]
    [InlineData("sealed record Baseline")]
    [InlineData("// a class DatabaseBase would say nothing")]
    public void A_telling_name_is_not(string text) => Assert.Empty(Rules.NamesThatSayNothing(text));

    [Theory]
    [InlineData("var x = DateTime.UtcNow;")]
    [InlineData("DateTimeOffset.Now.AddDays(1)")]
    [InlineData("DateTime.Today")]
    public void The_machines_clock_is_found(string text) => Assert.Single(Rules.WallClock(text));

    [Fact]
    public void A_bus_in_hand_is_found() => Assert.Single(Rules.BusInHand("sealed class Announce(IBus bus)"));

    [Fact]
    public void The_outbox_is_not_a_bus() => Assert.Empty(Rules.BusInHand("(IPublishEndpoint events, IBusControls x)"));

    [Theory]
    [InlineData("static IResult Refused { get; } = Problem.Of(1)", 1)]
    [InlineData("static readonly ProblemHttpResult Refused = Problem.Of(1)", 1)]
    [InlineData("static IResult Refused => Problem.Of(1)", 0)]
    [InlineData("static IResult Refuse(int x) => Problem.Of(x)", 0)]
    public void An_answer_for_several_requests_is_found(string text, int times) => Assert.Equal(times, Rules.SharedAnswers(text).Count());

    [Theory]
    [InlineData("new(HttpMethod.Get, \"/api/tickets\")", 1)]
    [InlineData("$\"/api/tickets/{number}\"", 1)]
    [InlineData("fetch(`/api/tickets`)", 1)]
    [InlineData("href='/api/docs'", 1)]
    [InlineData("/// See /api/tickets.", 0)]
    [InlineData("\"/tickets/export\"", 0)]
    public void An_address_of_the_api_is_found(string text, int times) => Assert.Equal(times, Rules.ApiPaths(text).Count());

    [Theory]
    [InlineData("public async Task<int> CountAsync()", 2)]
    [InlineData("public static X Of(HttpContext context)", 1)]
    [InlineData("public sealed record X(int Y);", 0)]
    public void Work_is_found(string text, int times) => Assert.Equal(times, Rules.Work(text).Count());

    [Fact]
    public void A_registry_is_found() =>
        Assert.Single(Rules.RegistryHosts("\"resolved\": \"https://registry" + ".npm" + "js.org/x.tgz\"").Take(1));

    [Fact]
    public void References_are_found() =>
        Assert.Equal(["../Ticketing/Ticketing.csproj"],
            Rules.References("<ProjectReference Include=\"..\\Ticketing\\Ticketing.csproj\" />"));
}
