namespace Helpdesk.Notification.Mails;

/// <summary>
/// The look of the mails. Inline, since many mail programs drop style sheets, and in hexadecimal, since they know no newer
/// colour notation; the values are the light tokens of web/Ui. Those that keep the sheet and are dark get the dark tokens.
/// </summary>
static class Style
{
    const string Font = "font-family:Inter,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;";
    const string Ink = "color:#211f19;";
    const string Soft = "color:#6b6961;";

    public const string Body = "margin:0;padding:0;background-color:#fbfaf7;" + Ink + Font;
    public const string Page = "background-color:#fbfaf7;";
    public const string Margin = "padding:32px 16px;";
    public const string Column = "max-width:560px;text-align:left;";
    public const string Brand = "padding:0 4px 14px;font-size:15px;font-weight:700;letter-spacing:-.01em;color:#006855;" + Font;
    public const string Card =
        "padding:28px 28px 24px;background-color:#ffffff;border:1px solid #e1e0da;border-radius:10px;font-size:15px;"
        + "line-height:1.55;" + Ink + Font;
    public const string Number = "margin:0 0 6px;font-size:13px;line-height:1.45;overflow-wrap:anywhere;word-break:break-word;" + Soft;
    public const string Heading =
        "margin:0 0 18px;font-size:23px;line-height:1.2;font-weight:700;letter-spacing:-.02em;overflow-wrap:anywhere;" + Ink;
    public const string Subheading = "margin:0 0 8px;font-weight:600;" + Ink;
    public const string Paragraph = "margin:0 0 14px;overflow-wrap:anywhere;";
    public const string Small = "margin:0 0 14px;font-size:13px;line-height:1.5;" + Soft;
    public const string List = "margin:0 0 16px;padding-left:22px;";
    public const string Item = "margin:0 0 6px;";
    public const string Facts = "margin:0 0 20px;background-color:#f4f3ef;border-radius:7px;border-collapse:separate;padding:8px 0;";
    public const string Label = "padding:4px 12px 4px 16px;width:96px;font-size:13px;line-height:1.5;white-space:nowrap;" + Soft + Font;
    public const string Value =
        "padding:4px 16px 4px 0;font-size:14px;line-height:1.45;overflow-wrap:anywhere;word-break:break-word;" + Ink + Font;
    public const string Author = "margin:0 0 4px;font-size:13px;font-weight:600;" + Soft;
    public const string Quote =
        "margin:0 0 18px;padding:2px 0 2px 16px;border-left:3px solid #006855;white-space:pre-wrap;"
        + "overflow-wrap:anywhere;word-break:break-word;" + Ink;
    public const string Notice = "margin:0 0 16px;padding:12px 16px;border-radius:7px;background-color:#feedc9;" + Ink;
    public const string Button = "margin:22px 0 18px;";
    public const string ButtonCell = "background-color:#006855;border-radius:7px;";
    public const string ButtonLink =
        "display:inline-block;padding:12px 22px;background-color:#006855;border-radius:7px;color:#fdfcfb;"
        + "font-weight:600;font-size:15px;line-height:1.2;text-decoration:none;" + Font;
    public const string Address = "margin:0;font-size:12px;line-height:1.5;" + Soft;
    public const string AddressLink = "color:#006855;overflow-wrap:anywhere;word-break:break-all;";
    public const string Footer = "padding:16px 4px 0;font-size:12px;line-height:1.55;" + Soft + Font;
    public const string Hidden = "display:none;max-height:0;overflow:hidden;mso-hide:all;";

    public const string Dark = """
        :root { color-scheme: light dark; }
        @media (prefers-color-scheme: dark) {
          .paper { background-color: #0f1412 !important; }
          .card { background-color: #181d1b !important; border-color: #2b3230 !important; color: #ecebe7 !important; }
          .sunken { background-color: #121716 !important; }
          .ink { color: #ecebe7 !important; }
          .soft { color: #97958d !important; }
          .accent { color: #64c6ad !important; }
          .quote { border-color: #64c6ad !important; }
          .notice { background-color: #403012 !important; color: #ebc573 !important; }
          .button { background-color: #64c6ad !important; color: #081511 !important; }
        }
        @media (max-width: 480px) { .card { padding: 22px 18px 20px !important; } }
        """;
}
