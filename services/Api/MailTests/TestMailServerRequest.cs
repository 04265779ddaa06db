using System.ComponentModel.DataAnnotations;

namespace Helpdesk.Api.MailTests;

/// <summary>Settings of the mail server to try before they are saved; what is null is as it is now.</summary>
/// <param name="Server">As <c>smtp://host:port</c> or <c>smtps://host:port</c>.</param>
/// <param name="User">Who signs in there.</param>
/// <param name="Password">With which password.</param>
/// <param name="From">The address that mails are sent from.</param>
/// <param name="Sender">The name beside it.</param>
public sealed record TestMailServerRequest(
    [property: StringLength(300)] string? Server = null,
    [property: StringLength(300)] string? User = null,
    [property: StringLength(300)] string? Password = null,
    [property: StringLength(200)] string? From = null,
    [property: StringLength(100)] string? Sender = null);

/// <summary>What came of the test.</summary>
/// <param name="Sent">Whether the mail server took the mail.</param>
/// <param name="To">The caller's address, which it went to.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Explanation">The same in a sentence, with what would help.</param>
public sealed record TestMailServerResponse(bool Sent, string To, MailTestOutcome Outcome, string Explanation);
