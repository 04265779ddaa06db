namespace Helpdesk.AppHost.Servers;

/// <summary>A broker user's permissions, as regular expressions over names of queues and exchanges.</summary>
/// <param name="Configure">What it may declare and delete.</param>
/// <param name="Write">What it may publish to, and bind to something else.</param>
/// <param name="Read">What it may consume, and bind something of its own to.</param>
public sealed record BrokerRights(string Configure, string Write, string Read)
{
    /// <summary>
    /// An exchange for each event and for faults. MassTransit declares it in publishers and in consumers, which needs the permission even
    /// when it exists.
    /// </summary>
    const string Events = @"Helpdesk\.Contracts:.*|MassTransit:(Fault|ReceiveFault).*";

    /// <summary>What some users need besides their own.</summary>
    static readonly Dictionary<string, BrokerRights> Others = new()
    {
        // It consumes all error queues, even those that do not exist yet, and returns messages to their queues through the default
        // exchange.
        ["operations"] = new(Failed, @"amq\.default", Failed),
    };

    const string Failed = ".*_(error|skipped)";

    /// <summary>
    /// The events, and the user's own: queues and exchanges with its name as a prefix, messages to itself, and temporary queues of its
    /// processes, which MassTransit names MACHINE_PROCESS_PURPOSE_NUMBER.
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
