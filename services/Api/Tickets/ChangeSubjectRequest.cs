using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.Formats;

namespace Helpdesk.Api.Tickets;

/// <summary>A better subject.</summary>
/// <param name="Subject">One line.</param>
public sealed record ChangeSubjectRequest([property: Required, TextLength(255, Line = true)] string Subject);
