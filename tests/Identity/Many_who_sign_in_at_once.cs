using System.Net;
using Helpdesk.Fixtures;

namespace Helpdesk.Identity.Tests;

public sealed class Many_who_sign_in_at_once : IdentityTest
{
    [Fact]
    public async Task SE3_are_checked_a_few_at_a_time_whether_they_have_an_account_or_not()
    {
        IdentityHost.Hasher.Takes = TimeSpan.FromMilliseconds(20);
        var (few, gate) = (Math.Max(1, Environment.ProcessorCount / 2), IdentityHost.Hasher.Hold());
        var all = Task.WhenAll(Enumerable.Range(0, few + 7).Select(i => SignIn(
            $"nobody{i}@example.org")).Append(SignIn(IdentityHost.AdminEmail)));
        await Eventually.HoldsAsync(() => IdentityHost.Hasher.Held == few);
        gate.Open();
        await all;
        Assert.Equal(few, IdentityHost.Hasher.MostAtOnce);
    }

    [Fact]
    public async Task SE3_are_told_to_come_back_when_it_takes_too_long_and_nothing_is_counted()
    {
        IdentityHost.ExpectedServerErrors.Add(HttpStatusCode.ServiceUnavailable);
        var gate = IdentityHost.Hasher.Hold();
        var holders = Enumerable.Range(0, Math.Max(1, Environment.ProcessorCount / 2)).Select(i => SignIn($"nobody{i}@example.org"))
            .ToList();
        await Eventually.HoldsAsync(() => IdentityHost.Hasher.Held == holders.Count);

        var refused = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => SignIn(IdentityHost.AdminEmail, "wrong-password-here")));
        Assert.All(refused, x => x.Refused(HttpStatusCode.ServiceUnavailable, "busy"));
        gate.Open();
        await Task.WhenAll(holders);
        (await SignIn(IdentityHost.AdminEmail)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task SE3_strangers_do_not_keep_out_who_comes_from_a_device_that_their_account_knows()
    {
        IdentityHost.ExpectedServerErrors.Add(HttpStatusCode.ServiceUnavailable);
        var gate = IdentityHost.Hasher.Hold(decoysOnly: true);
        var holders = Enumerable.Range(0, 10).Select(i => SignIn($"nobody{i}@example.org")).ToList();
        await Eventually.HoldsAsync(() => IdentityHost.Hasher.Held > 0);
        (await SignIn(IdentityHost.AdminEmail, IdentityHost.Password, Ada.DeviceToken)).Expect(HttpStatusCode.OK);
        gate.Open();
        await Task.WhenAll(holders);
    }

    Task<Answer> SignIn(string email, string password = IdentityHost.Password, string? deviceToken = null) =>
        IdentityHost.Anonymous().PostAsync("/api/sessions", new { email, password, deviceToken });
}
