using Helpdesk.Api.Formats;

namespace Helpdesk.ServiceDefaults.Tests;

public sealed class Addresses_of_one_mailbox
{
    [Theory]
    [InlineData("ana@example.org", "ana@example.org")]
    [InlineData("  Ana@Example.ORG ", "ana@example.org")]
    [InlineData("ana@example.org.", "ana@example.org")]
    [InlineData("ana@español.example", "ana@xn--espaol-zwa.example")]
    [InlineData("ana@XN--espaol-zwa.example", "ana@xn--espaol-zwa.example")]
    [InlineData("ana@espan\u0303ol.example", "ana@xn--espaol-zwa.example")]
    [InlineData("target@ｂombed.example", "target@bombed.example")]
    [InlineData("ＴＡＲＧＥＴ＠bombed．example", "target@bombed.example")]
    [InlineData("target@bombed\u3002example", "target@bombed.example")]
    [InlineData("tar\u00ADget@bom\u00ADbed.example", "target@bombed.example")]
    [InlineData("jose\u0301@example.org", "josé@example.org")]
    [InlineData("JosÉ@example.org", "josÉ@example.org")]
    [InlineData("\u212Aelvin@example.org", "kelvin@example.org")]
    [InlineData("O'Brien+tag@example.org", "o'brien+tag@example.org")]
    [InlineData("用户@例子.example", "用户@xn--fsqu00a.example")]
    public void G1_have_one_form(string typed, string canonical)
    {
        Assert.True(EmailAddress.TryParse(typed, out var address));

        Assert.Equal(canonical, address.Canonical);
        Assert.Equal(typed.Trim(), address.Typed);
        Assert.Equal(canonical, EmailAddress.CanonicalOf(address.Canonical));
    }

    [Theory]
    [InlineData("victim@İnstitute.example", "victim@institute.example")]
    [InlineData("vıctim@institute.example", "victim@institute.example")]
    [InlineData("victİm@institute.example", "victim@institute.example")]
    [InlineData("straße@example.org", "strasse@example.org")]
    [InlineData("anÄ@example.org", "anä@example.org")]
    [InlineData("ana@straße.example", "ana@strasse.example")]
    [InlineData("аna@example.org", "ana@example.org")]
    public void G1_of_two_people_have_two(string one, string other) =>
        Assert.NotEqual(EmailAddress.CanonicalOf(other), EmailAddress.CanonicalOf(one));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("ana")]
    [InlineData("@example.org")]
    [InlineData("ana@")]
    [InlineData("ana@localhost")]
    [InlineData("ana@example..org")]
    [InlineData("ana@.example.org")]
    [InlineData("ana@example.org..")]
    [InlineData(".ana@example.org")]
    [InlineData("ana.@example.org")]
    [InlineData("a..na@example.org")]
    [InlineData("\"target\"@bombed.example")]
    [InlineData("\"a b\"@example.org")]
    [InlineData("Ana <ana@example.org>")]
    [InlineData("ana@[127.0.0.1]")]
    [InlineData("ana@[IPv6:::1]")]
    [InlineData("ana@127.0.0.1")]
    [InlineData("ana@example.org,eva@example.org")]
    [InlineData("ana@example.org; eva@example.org")]
    [InlineData("ana@eva@example.org")]
    [InlineData("ana(comment)@example.org")]
    [InlineData("=?utf-8?B?ZXZhQGV4YW1wbGUub3Jn?=@example.org")]
    [InlineData("a na@example.org")]
    [InlineData("ana@exam ple.org")]
    [InlineData("ana\r\nBcc: eva@example.org")]
    [InlineData("a\u202Ena@example.org")]
    [InlineData("ana@exam\u2066ple.org")]
    [InlineData("a\u200Bna@example.org")]
    [InlineData("ana@exam\u200Dple.org")]
    [InlineData("a\u2800na@example.org")]
    [InlineData("a\u3164na@example.org")]
    [InlineData("a\u034Fna@example.org")]
    [InlineData("ana\uFE0F@example.org")]
    [InlineData("a\uE000na@example.org")]
    [InlineData("ana@xn--a.example")]
    [InlineData("ana@-example.org")]
    [InlineData("ana@exa_mple.org")]
    [InlineData("ana@exam/ple.org")]
    public void G1_that_are_not_one_plain_address_are_refused(string typed)
    {
        Assert.False(EmailAddress.TryParse(typed, out var address), $"taken as {address?.Canonical}");
    }

    [Fact]
    public void G1_half_a_sign_is_refused_and_harms_nobody()
    {
        Assert.False(EmailAddress.TryParse("a\uD800na@example.org", out _));
        Assert.False(EmailAddress.TryParse("ana@example.\uDC00org", out _));
    }

    [Fact]
    public void G1_longer_than_mail_can_carry_are_refused()
    {
        Assert.True(EmailAddress.TryParse(new string('a', 64) + "@example.org", out _));
        Assert.False(EmailAddress.TryParse(new string('a', 65) + "@example.org", out _));
        Assert.False(EmailAddress.TryParse("a@" + new string('b', 64) + ".org", out _));
        Assert.False(EmailAddress.TryParse("a@" + string.Join('.', Enumerable.Repeat(new string('b', 60), 5)), out _));
    }

    [Theory]
    [InlineData("ana+1@example.org", "ana@example.org")]
    [InlineData("Ana+1+2@example.org", "ana@example.org")]
    [InlineData("+ana@example.org", "+ana@example.org")]
    [InlineData("ana@example.org", "ana@example.org")]
    public void G2_one_person_reads_what_goes_to_a_tag(string typed, string mailbox)
    {
        Assert.True(EmailAddress.TryParse(typed, out var address));
        Assert.Equal(mailbox, address.CanonicalWithoutTag);
    }

    [Fact]
    public void G1_mail_goes_to_the_mailbox_that_is_compared_in_the_case_that_was_typed()
    {
        Assert.True(EmailAddress.TryParse("Ａna.\u00ADMaría@Español.example.", out var address));
        Assert.Equal("Ana.María@xn--espaol-zwa.example", address.Deliverable);
    }
}
