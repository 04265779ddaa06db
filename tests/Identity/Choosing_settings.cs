using Helpdesk.Api.Settings;
using Helpdesk.Identity.Settings;
using Microsoft.Extensions.Configuration;

namespace Helpdesk.Identity.Tests;

public sealed class Choosing_settings
{
    [Fact]
    public void OP3_a_default_that_is_configured_wrong_keeps_nobody_from_saving_something_else()
    {
        var defaults = Configured(
            ("Closing:After", "00:01:00"), ("Closing:WarnAfter", "1.00:00:00"), ("Installation:Name", ""),
            ("Accounts:WrongPasswords", "1000"), ("Visibility:Agents", "Nothing"),
            ("Accounts:StaffIdle", "00:00:01"), ("Limits:SignInPerMinute", "1"));
        Assert.Empty(SettingsValidator.Validate(new() { Zone = "America/Lima" }, defaults));
        Assert.Empty(SettingsValidator.Validate(new(), defaults));
    }

    [Fact]
    public void OP3_what_is_chosen_must_fit_the_defaults_beside_it()
    {
        Assert.Equal(["warnAfter"], Wrong(new() { CloseAfter = TimeSpan.FromDays(1) }));
        Assert.Equal(["warnAfter"], Wrong(new() { WarnAfter = TimeSpan.FromDays(4) }));
        Assert.Equal(["language"], Wrong(new() { Languages = ["es"] }));
        Assert.Equal(["staffIdleWarning"], Wrong(new() { StaffIdle = TimeSpan.FromMinutes(1) }));
    }

    [Theory]
    [InlineData("smtp://mail.example")]
    [InlineData("smtp://mail.example:25")]
    [InlineData("smtps://mail.example:587")]
    [InlineData("smtps://mail.example:465")]
    [InlineData("smtp://mail.example:2525")]
    [InlineData("smtp://mail.example:1125")]
    public void F7_a_mail_server_listens_on_a_port_of_mail_servers_or_on_the_configured_ones(string server) =>
        Assert.Empty(SettingsValidator.Validate(
            new() { Mail = new() { Server = server } }, Configured(("ConnectionStrings:mailbox", "smtp://elsewhere.example:1125"))));

    [Theory]
    [InlineData("smtp://10.0.0.5:22")]
    [InlineData("smtp://10.0.0.5:5432")]
    [InlineData("smtp://10.0.0.5:1125")]
    [InlineData("smtps://mail.example:993")]
    [InlineData("http://mail.example:25")]
    [InlineData("smtp://mail.example:25/path")]
    [InlineData("smtp://user@mail.example:25")]
    public void F7_anything_else_is_not_called(string server) =>
        Assert.Equal(["mail.server"], Wrong(new() { Mail = new() { Server = server } }));

    static string[] Wrong(SettingsValues chosen) => [.. SettingsValidator.Validate(chosen, Configured()).Keys];

    static SettingsDefaults Configured(params (string Key, string Value)[] settings) =>
        new(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(x => x.Key, x => (string?)x.Value)).Build());
}
