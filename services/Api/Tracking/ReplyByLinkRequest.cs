using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.Formats;

namespace Helpdesk.Api.Tracking;

/// <summary>A reply of whoever holds the tracking link.</summary>
/// <param name="Text">What is said.</param>
/// <param name="Attachments">Receipts of uploaded files.</param>
public sealed record ReplyByLinkRequest([property: Required, TextLength(20_000)] string Text, string[]? Attachments = null);
