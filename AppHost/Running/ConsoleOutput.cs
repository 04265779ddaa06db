namespace Helpdesk.AppHost.Running;

/// <summary>Writes to the console, each line with its source in front, in colour on a terminal.</summary>
static class ConsoleOutput
{
    static readonly Lock Gate = new();
    static readonly string[] Colours = ["36", "33", "35", "32", "34", "96", "93", "95", "92", "94"];
    static readonly bool Coloured = !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
    static readonly List<string> Known = [];

    public static void WriteLine(string source, string text)
    {
        lock (Gate)
            Console.WriteLine($"{Name(source)} {text}");
    }

    public static void WriteTable(IEnumerable<(string Name, string Address, string State)> resources)
    {
        var rows = resources.Prepend((Name: "name", Address: "address", State: "state")).ToList();
        var name = rows.Max(x => x.Name.Length) + 2;
        var address = rows.Max(x => x.Address.Length) + 2;
        lock (Gate)
        {
            Console.WriteLine();
            foreach (var row in rows)
                Console.WriteLine(row.Name.PadRight(name) + row.Address.PadRight(address) + row.State);
            Console.WriteLine();
        }
    }

    public static void WriteMessage(string text)
    {
        lock (Gate)
            Console.WriteLine(text + Environment.NewLine);
    }

    static string Name(string source)
    {
        var name = source.PadRight(14);
        if (!Coloured)
            return name;
        if (!Known.Contains(source))
            Known.Add(source);
        return $"\u001b[{Colours[Known.IndexOf(source) % Colours.Length]}m{name}\u001b[0m";
    }
}
