using System.Text.Json.Serialization;

namespace Helpdesk.Notification.Status;

public static class GetMailStatus
{
    /// <summary>How mails fare, as a customer may know it: no addresses and no numbers of mails.</summary>
    /// <param name="State">upToDate; catchingUp while mails leave later than they should; down while none leaves.</param>
    /// <param name="OldestSeconds">Age of the oldest mail that should have left, in seconds; 0 when none waits.</param>
    public sealed record Answer(MailState State, long OldestSeconds);

    public static void Map(RouteGroupBuilder api) => api.MapGet("", HandleAsync)
        .AllowAnonymous().WithName("GetMailStatus").WithSummary("Whether mails leave in time; a few seconds old at most");

    static ValueTask<Answer> HandleAsync(CachedMailStatus status, CancellationToken cancellationToken) => status.GetAsync(cancellationToken);
}

/// <summary>How mails fare.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MailState>))]
public enum MailState
{
    /// <summary>They leave at once.</summary>
    [JsonStringEnumMemberName("upToDate")]
    UpToDate,
    /// <summary>They leave, later than they should.</summary>
    [JsonStringEnumMemberName("catchingUp")]
    CatchingUp,
    /// <summary>None leaves.</summary>
    [JsonStringEnumMemberName("down")]
    Down,
}
