using System.Text.Json.Serialization;

namespace Helpdesk.Api.Tickets;

/// <summary>What kind of file an export is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ExportFormat>))]
public enum ExportFormat
{
    /// <summary>A workbook.</summary>
    Xlsx,

    /// <summary>Separated values.</summary>
    Csv,
}
