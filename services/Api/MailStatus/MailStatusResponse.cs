using System.Text.Json.Serialization;

namespace Helpdesk.Api.MailStatus;

/// <summary>Whether mails leave in time, as a customer may know it: no addresses and no numbers of mails.</summary>
/// <param name="State">Whether mails leave in time.</param>
/// <param name="OldestSeconds">Age of the oldest mail that should have left, in seconds; 0 when none waits.</param>
public sealed record MailStatusResponse(MailState State, long OldestSeconds);

/// <summary>Whether mails leave in time.</summary>
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
