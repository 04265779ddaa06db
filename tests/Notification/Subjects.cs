using System.Text;
using Helpdesk.Notification.Ledger;
using Helpdesk.Notification.Mails;

namespace Helpdesk.Notification.Tests;

public sealed class Subjects
{
    [Fact]
    public void F30_a_subject_that_is_too_long_is_cut_between_signs_and_keeps_the_number()
    {
        // Pairs of surrogates at every possible place of the cut.
        foreach (var lead in Enumerable.Range(0, 3))
        {
            var subject = new string('a', lead) + string.Concat(Enumerable.Repeat("👩‍🔧", 200));
            foreach (var mail in Every_kind_of_mail.Saying(subject).Where(x => x.Topic is not null))
            {
                var cut = MailSubject.Of(mail, Texts.Of("es"));
                Assert.InRange(cut.Length, 1, MailSubject.MaxLength);
                Assert.Contains(mail.Topic!.Value.Number, cut, StringComparison.Ordinal);
                Assert.Equal(cut, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(cut)));
                Assert.EndsWith("…", cut, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("uno\r\nBcc: x@example.org", "uno Bcc: x@example.org")]
    [InlineData("a\tb\u2028c\u0000d", "a b c d")]
    [InlineData("cod\u202Egpj.exe", "codgpj.exe")]
    [InlineData("  aire  ", "aire")]
    public void Subjects_are_one_line_without_invisible_signs(string typed, string sent) =>
        Assert.Equal(sent, Transport.HeaderText.Sanitize(typed));

    [Fact]
    public void F31_the_id_of_a_delivery_follows_from_event_person_and_template()
    {
        var e = Guid.NewGuid();
        var id = DeliveryId.Of(e, "Ana@Example.org ", "ticket-opened");
        Assert.Equal(id, DeliveryId.Of(e, "ana@example.org", "ticket-opened"));
        Assert.NotEqual(id, DeliveryId.Of(e, "ana@example.org", "ticket-closed"));
        Assert.NotEqual(id, DeliveryId.Of(e, "eva@example.org", "ticket-opened"));
        Assert.NotEqual(id, DeliveryId.Of(Guid.NewGuid(), "ana@example.org", "ticket-opened"));
        Assert.Equal(8, id.Version);
    }
}
