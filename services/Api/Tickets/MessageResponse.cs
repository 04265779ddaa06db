using Helpdesk.Contracts;

namespace Helpdesk.Api.Tickets;

/// <summary>A message of the conversation.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What it is.</param>
/// <param name="AuthorKind">In which role it was said.</param>
/// <param name="AuthorName">By whom, as the reader may know.</param>
/// <param name="Text">What was said; empty in entries of Helpdesk itself.</param>
/// <param name="Entry">What happened, as a stable word; only in entries of Helpdesk itself.</param>
/// <param name="At">When it was said.</param>
/// <param name="Attachments">Its files.</param>
/// <param name="Origin">Number of the merged ticket that it was said in; null when it was said here.</param>
/// <param name="Verification">For staff: what shows that the words are the customer's own.</param>
public sealed record MessageResponse(
    Guid Id, MessageKind Kind, ActorKind AuthorKind, string AuthorName, string Text, string? Entry, DateTimeOffset At,
    IReadOnlyList<AttachmentResponse> Attachments, string? Origin, CustomerVerification? Verification = null);
