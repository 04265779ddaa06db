namespace Helpdesk.AppHost.Local.Running;

/// <summary>What a person reads: each line with the name of its part in front, coloured on a terminal.</summary>
static class Screen
{
    static readonly Lock Gate = new();
    static readonly string[] Colours = ["36", "33", "35", "32", "34", "96", "93", "95", "92", "94"];
    static readonly bool Coloured = !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    public static void Say(string part, string text)
    {
        var name = part.PadRight(14);
        if (Coloured)
            name = $"\u001b[{Colours[Math.Abs(string.GetHashCode(part, StringComparison.Ordinal)) % Colours.Length]}m{name}\u001b[0m";
        lock (Gate)
            Console.WriteLine($"{name} {text}");
    }

    public static void Table(IEnumerable<(string Name, string Address, string State)> rows)
    {
        var all = rows.Prepend(("name", "address", "state")).ToList();
        var name = all.Max(x => x.Item1.Length) + 2;
        var address = all.Max(x => x.Item2.Length) + 2;
        lock (Gate)
        {
            Console.WriteLine();
            foreach (var row in all)
                Console.WriteLine(row.Item1.PadRight(name) + row.Item2.PadRight(address) + row.Item3);
            Console.WriteLine();
        }
    }

    public static void Announce(string text)
    {
        lock (Gate)
            Console.WriteLine(text + Environment.NewLine);
    }
}
