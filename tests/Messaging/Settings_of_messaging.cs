using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Helpdesk.Messaging.Tests;

public sealed class Settings_of_messaging
{
    [Theory]
    [InlineData("PollInterval", "00:00:00")]
    [InlineData("PollInterval", "00:01:01")]
    [InlineData("BatchSize", "0")]
    [InlineData("BatchSize", "5001")]
    [InlineData("SendTimeout", "00:00:00")]
    [InlineData("FirstBackOff", "-00:00:01")]
    [InlineData("LongestBackOff", "2.00:00:00")]
    [InlineData("AttemptsBeforeSetAside", "0")]
    [InlineData("LagLimit", "00:00:00")]
    [InlineData("InboxRetention", "00:00:30")]
    [InlineData("InboxPurgeInterval", "00:00:00")]
    [InlineData("PrefetchCount", "0")]
    public void Keep_the_host_from_starting_when_they_are_wrong_and_say_which(string setting, string value)
    {
        using var host = SampleHost.Build("Host=127.0.0.1;Port=1", SampleHost.Nowhere, TimeProvider.System,
            [$"--Messaging:{setting}", value]);
        var refusal = Assert.Throws<OptionsValidationException>(() => host.Services.GetRequiredService<IStartupValidator>().Validate());
        Assert.Contains($"Messaging:{setting} is {value}: choose from ", Assert.Single(refusal.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_right_as_they_are_preset_for_many_hosts_of_a_process_at_once() =>
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() =>
    {
        using var host = SampleHost.Build("Host=127.0.0.1;Port=1", SampleHost.Nowhere, TimeProvider.System, []);
        host.Services.GetRequiredService<IStartupValidator>().Validate();
    }, TestContext.Current.CancellationToken)));
}
