using Helpdesk.Ticketing.LocalCopies;
using Helpdesk.Ticketing.Model;
using Helpdesk.Ticketing.Timers;
using Helpdesk.Ticketing.Visibility;
using Microsoft.Extensions.Options;

namespace Helpdesk.Ticketing.Tests.Model;

public sealed class The_policy_of_an_installation
{
    static readonly PolicySources Sources = new(
        Options.Create(new ClosingOptions()), Options.Create(new RetentionOptions()), Options.Create(new VisibilityOptions()),
        Options.Create(new InstallationOptions { TimeZone = "UTC" }));

    [Fact]
    public void Without_settings_the_hosts_configuration_holds()
    {
        var policy = Sources.Combine(null);
        Assert.Equal(
            (TimeSpan.FromHours(72), TimeSpan.FromHours(48), TimeSpan.FromDays(7)),
            (policy.CloseAfter, policy.WarnAfter, policy.PurgeAfter));
        Assert.Equal((AgentsSee.TheirAreas, "Helpdesk", "UTC"), (policy.AgentsSee, policy.Name, policy.Zone.Id));
    }

    [Fact]
    public void Settings_take_the_place_of_what_they_say()
    {
        var policy = Sources.Combine(Settings(close: 10, warn: 5, sees: "Everything"));
        Assert.Equal(
            (TimeSpan.FromHours(10), TimeSpan.FromHours(5), AgentsSee.Everything), (policy.CloseAfter, policy.WarnAfter, policy.AgentsSee));
        Assert.Equal("Andina", policy.Name);
    }

    [Theory]
    [InlineData(10, null)]
    [InlineData(null, 100)]
    [InlineData(5, 5)]
    [InlineData(5, 0)]
    public void Warning_that_would_come_after_the_end_is_not_taken(int? close, int? warn)
    {
        var policy = Sources.Combine(Settings(close, warn));
        Assert.Equal((TimeSpan.FromHours(72), TimeSpan.FromHours(48)), (policy.CloseAfter, policy.WarnAfter));
    }

    [Theory]
    [InlineData("Whatever")]
    [InlineData("7")]
    [InlineData(null)]
    public void Unknown_visibility_is_the_hosts(string? sees) =>
        Assert.Equal(AgentsSee.TheirAreas, Sources.Combine(Settings(sees: sees)).AgentsSee);

    [Fact]
    public void Negative_spans_are_the_hosts()
    {
        var policy = Sources
            .Combine(new() { Id = 1, Version = 1, ReopenWindow = TimeSpan.FromDays(-1), PurgeAfter = TimeSpan.FromDays(-1) });
        Assert.Equal((TimeSpan.FromDays(7), TimeSpan.FromDays(7)), (policy.ReopenWindow, policy.PurgeAfter));
    }

    [Fact]
    public void Unknown_zone_is_the_hosts() =>
        Assert.Equal("UTC", Sources.Combine(new() { Id = 1, Version = 1, Zone = "Nowhere/Land" }).Zone.Id);

    static Settings Settings(int? close = null, int? warn = null, string? sees = null) => new()
    {
        Id = 1, Version = 1, Name = "Andina", AgentsSee = sees,
        CloseAfter = close is null ? null : TimeSpan.FromHours(close.Value), WarnAfter = warn is null ? null : TimeSpan
            .FromHours(warn.Value),
    };
}
