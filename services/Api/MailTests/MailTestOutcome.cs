using System.Text.Json.Serialization;

namespace Helpdesk.Api.MailTests;

/// <summary>What came of a test of the mail server.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MailTestOutcome>))]
public enum MailTestOutcome
{
    /// <summary>The mail server took the mail.</summary>
    [JsonStringEnumMemberName("sent")]
    Sent,

    /// <summary>It did not answer in time.</summary>
    [JsonStringEnumMemberName("no-answer")]
    NoAnswer,

    /// <summary>There is no server of that name.</summary>
    [JsonStringEnumMemberName("unknown-host")]
    UnknownHost,

    /// <summary>Nothing answers at that address and port.</summary>
    [JsonStringEnumMemberName("no-connection")]
    NoConnection,

    /// <summary>No secure connection could be made.</summary>
    [JsonStringEnumMemberName("tls-failed")]
    TlsFailed,

    /// <summary>It wants a user and password, and none is set.</summary>
    [JsonStringEnumMemberName("sign-in-needed")]
    SignInNeeded,

    /// <summary>It does not accept the user and password.</summary>
    [JsonStringEnumMemberName("sign-in-refused")]
    SignInRefused,

    /// <summary>It does not take mail for the caller's address.</summary>
    [JsonStringEnumMemberName("recipient-refused")]
    RecipientRefused,

    /// <summary>It refused the mail for good.</summary>
    [JsonStringEnumMemberName("refused")]
    Refused,

    /// <summary>It asks to try again later.</summary>
    [JsonStringEnumMemberName("refused-for-now")]
    RefusedForNow,

    /// <summary>What answers there does not speak like a mail server.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,
}
