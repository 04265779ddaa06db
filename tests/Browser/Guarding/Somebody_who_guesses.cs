using System.Security.Cryptography;
using Helpdesk.Browser.Browsing;

namespace Helpdesk.Browser.Guarding;

public sealed class Somebody_who_guesses(CommonSystem system)
{
    [Theory]
    [InlineData("/t/{0}")]
    [InlineData("/t/{0}/print")]
    [InlineData("/opened/{0}")]
    public async Task F3_finds_the_same_nothing_behind_a_number_and_behind_any_secret(string page)
    {
        var ticket = await FollowedTicket.OpenAsync(system);
        await using var visit = await system.VisitAsync();
        var near = string.Concat(ticket.Secret.AsSpan(0, ticket.Secret.Length - 1), ticket.Secret[^1] == 'A' ? "B" : "A");
        var random = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var seen = new List<(int, string)>();
        foreach (var guess in new[] { near, random, ticket.Number, "1", "..%2F..%2Fapi", "a b" })
        {
            var answer = await visit.GoAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, page, guess));
            seen.Add((answer.Status, await visit.Page.Locator("h1").InnerTextAsync()));
        }

        Assert.Equal((404, "There is nothing here"), Assert.Single(seen.Distinct()));
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task F3_has_to_sign_in_before_a_number_says_anything()
    {
        var ticket = await FollowedTicket.OpenAsync(system);
        await using var visit = await system.VisitAsync();
        foreach (var number in new[] { ticket.Number, "HD-999999" })
        {
            await visit.GoAsync($"/tickets/{number}");
            Assert.StartsWith($"{system.Address}/sign-in", visit.Page.Url, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task F8_a_file_of_another_ticket_stays_closed()
    {
        var (mine, others) = (await FollowedTicket.OpenAsync(system, withPicture: true),
            await FollowedTicket.OpenAsync(system, withPicture: true));
        await using var visit = await system.VisitAsync();
        var (own, foreign) = (await FileAsync(visit, mine), await FileAsync(visit, others));
        var (file, othersFile) = (own.Segments[^1], foreign.Segments[^1]);
        Assert.NotEqual(file, othersFile);
        var opened = await visit.Context.APIRequest.GetAsync(own.ToString());
        Assert.Equal(200, opened.Status);
        // Neither through the own link, nor with the grant that it led to, nor without one.
        var granted = opened.Url.Replace(file, othersFile, StringComparison.Ordinal);
        Assert.Contains("grant=", granted, StringComparison.Ordinal);
        foreach (var guess in new[] { $"{mine.Path}/files/{othersFile}", granted, granted.Split('?')[0] })
            Assert.Equal(404, (await visit.Context.APIRequest.GetAsync(guess)).Status);
    }

    async Task<Uri> FileAsync(Visit visit, FollowedTicket ticket)
    {
        await visit.GoAsync(ticket.Path);
        return new Uri(new Uri(system.Address), await visit.Page.Locator(".message .file a").First.GetAttributeAsync("href"));
    }
}
