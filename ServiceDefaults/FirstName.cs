using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Helpdesk.Api.Formats;

namespace Helpdesk.ServiceDefaults;

/// <summary>The first name of a staff member, which is all that customers see of their name, in the API, on pages and in mails.</summary>
public static class FirstName
{
    const int LongestName = 40;

    // After most titles a single name is a family name; after these it is a first name.
    static readonly HashSet<string> TitlesOfFirstNames = Words("don doña dña dn");

    static readonly HashSet<string> Titles = Words("""
        don doña dña dn d dr dra doctor doctora sr sra srta señor señora señorita mr mrs ms miss mx sir madam mister prof
        profa profesor profesora professor ing ingeniero ingeniera lic licdo licda lcdo lcda licenciado licenciada arq abg
        abog mtro mtra mgtr mag msc bsc phd md mba econ tec téc cpa rev jr sr ii iii iv herr frau mme mlle monsieur madame
        dipl
        """);

    static readonly HashSet<string> Particles = Words("de del la las los van von der den da di do dos das du le bin ibn");

    static readonly HashSet<string> NotAPerson = Words("""
        support soporte team equipo helpdesk help desk mesa ayuda service services servicio servicios department departamento
        dept depto dpto office oficina sales ventas info information información contact contacto company compañía empresa
        group grupo bank banco university universidad school escuela colegio hospital ministerio ministry ayuntamiento
        municipio alcaldía gobierno administration administración admin administrator administrador system sistema systems
        sistemas inc ltd ltda llc gmbh sa sl sas cía cia corp corporation foundation fundación asociación association
        """);

    // Not a person's name in front; elsewhere they may be family names or jobs.
    static readonly HashSet<string> NotAPersonInFront = Words("""
        agent agente dispatcher user usuario customer cliente reception recepción staff personal it hr rrhh ti the el la un una
        """);

    /// <summary>The first name in a full name.</summary>
    /// <param name="fullName">The account's name.</param>
    /// <returns>Empty when it is not certain.</returns>
    public static string Of(string fullName) => TryOf(fullName, out var name) ? name : "";

    /// <summary>Finds the first name in a full name: <c>Ana Pérez</c>, <c>Dra. Ana Pérez</c>, <c>Pérez, Ana</c>.</summary>
    /// <param name="fullName">The account's name; any whitespace separates.</param>
    /// <param name="firstName">The first name; null when there is none.</param>
    /// <returns>False when it is not certain: initials, an address, an organisation, a script that puts family names first.</returns>
    public static bool TryOf(string? fullName, [NotNullWhen(true)] out string? firstName)
    {
        firstName = null;
        var line = string.Concat(TextSanitizer.Line(fullName).EnumerateRunes().Where(x => !Invisible.Is(x) || IsJoiner(x)))
            .Normalize(NormalizationForm.FormC);
        if (line.Length > 200 || line.EnumerateRunes().Any(Forbids))
            return false;
        var parts = line.Split([',', '，', '、', '،'], StringSplitOptions.TrimEntries).Select(Split).ToList();
        // Titles after a comma say nothing about the order of names.
        while (parts.Count > 1 && parts[^1].Count > 0 && parts[^1].TrueForAll(IsTitle))
            parts.RemoveAt(parts.Count - 1);
        if (parts.Count > 2 || parts[^1].Count == 0 || parts.Exists(x => x.Exists(y => NotAPerson.Contains(Bare(y)))))
            return false;
        var given = parts[^1].SkipWhile(IsTitle).ToList();
        if (given.Count == 0 || NotAPersonInFront.Contains(Bare(given[0])) || (parts.Count == 1 && IsFamilyNameFirst(given, parts[0])))
            return false;
        firstName = IsName(given[0]) ? given[0] : null;
        return firstName is not null;
    }

    static bool IsFamilyNameFirst(List<string> given, List<string> all)
    {
        if (given.Count == 1 && all.Count > 1 && IsTitle(all[0]) && !TitlesOfFirstNames.Contains(Bare(all[0])))
            return true;
        if (given.Count > 1 && Particles.Contains(Bare(given[0])) && (char.IsLower(given[0][0]) || given.TrueForAll(IsUpper)))
            return true;
        // PÉREZ Ana; or JR Pérez, which are initials.
        return given.Count > 1 && IsUpper(given[0]) && !given.Where(x => !IsTitle(x)).All(IsUpper);
    }

    /// <summary>Splits into words, also between a title and a name without a space: <c>Dr.Ana</c>.</summary>
    static List<string> Split(string part) => [.. part.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word =>
    {
        var dot = word.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && dot < word.Length - 2 && IsTitle(word[..dot]) ? [word[..(dot + 1)], word[(dot + 1)..]] : new[] { word };
    })];

    static bool IsName(string word) => word.Length <= LongestName && word.EnumerateRunes().Count(Rune.IsLetter) > 1
        && word.EnumerateRunes().All(x => Rune.IsLetter(x) || IsMark(x) || IsJoiner(x) || x.Value is '-' or '\'' or '’' or '‐' or '‑')
        && Rune.IsLetter(word.EnumerateRunes().First());

    static bool IsTitle(string word) => Titles.Contains(Bare(word));

    static string Bare(string word) => word.Replace(".", "", StringComparison.Ordinal).TrimEnd('ª', 'º', 'ᵃ').ToLowerInvariant();

    static bool IsUpper(string word) => word.Any(char.IsUpper) && !word.Any(char.IsLower);

    static bool Forbids(Rune sign) => Rune.IsDigit(sign) || IsEastAsian(sign)
        || sign.Value is '@' or '/' or '\\' or '_' or '<' or '>' or ':' or '&' or '|';

    static bool IsEastAsian(Rune sign) => sign.Value is (>= 0x2E80 and <= 0x9FFF and not 0x3001) or (>= 0x1100 and <= 0x11FF)
        or (>= 0xAC00 and <= 0xD7AF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    static bool IsMark(Rune sign) =>
        Rune.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    static bool IsJoiner(Rune sign) => sign.Value is 0x200C or 0x200D;

    static HashSet<string> Words(string words) => [.. words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
}
