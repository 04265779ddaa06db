using Helpdesk.Contracts;

namespace Helpdesk.Ticketing.Exports;

/// <summary>The words of a file in one language.</summary>
/// <param name="Separator">What a spreadsheet in this language expects between values: no comma where that stands in numbers.</param>
/// <param name="Sheet">Name of the sheet, and of the file.</param>
/// <param name="Headings">One for each column; where an hour stands, the zone is added.</param>
/// <param name="Statuses">In the order of <see cref="TicketStatus"/>.</param>
/// <param name="Priorities">In the order of <see cref="TicketPriority"/>.</param>
sealed record ExportTexts(char Separator, string Sheet, string[] Headings, string[] Statuses, string[] Priorities)
{
    static readonly ExportTexts English = new(',', "Tickets",
        ["Number", "Subject", "Category", "Status", "Priority", "Agent", "Opened", "Updated", "Closed", "Replies"],
        ["New", "In progress", "Waiting for customer", "On hold", "Resolved", "Closed"], ["Low", "Medium", "High", "Urgent"]);

    static readonly ExportTexts Spanish = new(';', "Tickets",
        ["Número", "Asunto", "Categoría", "Estado", "Prioridad", "Agente", "Abierto", "Actualizado", "Cerrado", "Respuestas"],
        ["Nuevo", "En progreso", "En espera del cliente", "En pausa", "Resuelto", "Cerrado"], ["Baja", "Media", "Alta", "Crítica"]);

    public static ExportTexts In(string language) => language == "en" ? English : Spanish;

    public string Of(TicketStatus status) => Statuses[(int)status];

    public string Of(TicketPriority priority) => Priorities[(int)priority];

    public string[] HeadingsIn(TimeZoneInfo zone) => [.. Headings.Select((x, i) => i is >= 6 and <= 8 ? $"{x} ({zone.Id})" : x)];
}
