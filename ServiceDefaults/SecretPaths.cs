namespace Helpdesk.ServiceDefaults;

/// <summary>Links of mails and pages carry their secret in the path. Whoever reads a log or a trace must not be able to use them.</summary>
public static class SecretPaths
{
    static readonly HashSet<string> Carriers = new(StringComparer.OrdinalIgnoreCase) { "t", "opened", "kept", "invitation", "confirmation", "password-reset" };

    /// <summary>The path with what follows such a page's name left out.</summary>
    /// <param name="path">A path, or a whole address.</param>
    public static string Mask(string path)
    {
        var segments = path.Split('/');
        for (var i = 0; i < segments.Length - 1; i++)
        {
            if (Carriers.Contains(segments[i]) && segments[i + 1].Length > 0)
                segments[i + 1] = "***";
        }

        return string.Join('/', segments);
    }
}
