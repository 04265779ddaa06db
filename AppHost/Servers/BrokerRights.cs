namespace Helpdesk.AppHost.Servers;

/// <summary>What a user may do at the broker, as expressions over the names of queues and exchanges.</summary>
/// <param name="Configure">What it may declare and delete.</param>
/// <param name="Write">What it may publish to, and bind to something else.</param>
/// <param name="Read">What it may consume, and bind something of its own to.</param>
public sealed record BrokerRights(string Configure, string Write, string Read)
{
    /// <summary>
    /// An exchange for each event, and for what is told when one could not be dealt with. Whoever publishes or hears one declares it, as
    /// the bus does it, and the broker asks for the right to do so also when it is there.
    /// </summary>
    const string Events = @"Helpdesk\.Contracts:.*|MassTransit:(Fault|ReceiveFault).*";

    /// <summary>What some need beside what is theirs.</summary>
    static readonly Dictionary<string, BrokerRights> Others = new()
    {
        // It takes what failed anywhere, also where nothing has failed yet, and gives it back to the queue that it came from, by the
        // broker's default exchange.
        ["operations"] = new(Failed, @"amq\.default", Failed),
    };

    const string Failed = ".*_(error|skipped)";

    /// <summary>
    /// The events, and what is the user's own: queues and exchanges whose names begin with its name, messages to itself, and the queues
    /// that go with a process, which the bus calls MACHINE_PROCESS_PURPOSE_NUMBER.
    /// </summary>
    public static BrokerRights Of(string user)
    {
        var name = char.ToUpperInvariant(user[0]) + user[1..];
        var own = $@"{Events}|{user}-.*|Helpdesk\.{name}(\.\w+)*:.*|.*_Helpdesk{name}_.*";
        var other = Others.GetValueOrDefault(user);
        return new(Whole(own, other?.Configure), Whole(own, other?.Write), Whole(own, other?.Read));
    }

    static string Whole(string own, string? other) => other is null ? $"^({own})$" : $"^({own}|{other})$";
}
