using System.Text;
using Helpdesk.Operations.Failures;

namespace Helpdesk.Operations.Tests;

public sealed class What_is_told_of_a_message
{
    static readonly Guid Ticket = Guid.Parse("0198c0de-7a11-7c3e-9f3a-2b6d5e8f1a42");

    [Theory]
    [InlineData("Helpdesk.Contracts:TicketOpened", """{"ticket":{"id":"ID","number":"HD-000123"}}""", "HD-000123", "TicketOpened")]
    [InlineData("Helpdesk.Contracts:TicketAssigned", """{"ticketId":"ID","number":"HD-000123"}""", "HD-000123", "TicketAssigned")]
    [InlineData("Helpdesk.Ticketing.Timers:ClosingDue", """{"ticketId":"ID"}""", null, "ClosingDue")]
    public void Is_its_kind_and_its_ticket(string type, string message, string? number, string name)
    {
        var about = message.Replace("ID", Ticket.ToString(), StringComparison.Ordinal);
        var body = $$"""{"messageType":["urn:message:{{type}}","urn:x"],"message":{{about}} }""";
        Assert.Equal((Ticket, number, name), MessageFacts.Body(Encoding.UTF8.GetBytes(body)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nothing that is JSON")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("""{"messageType":"urn:message:A:B","message":"secret"}""")]
    [InlineData("""{"messageType":[7],"message":{"ticket":"secret","number":"my password is secret","ticketId":"secret"}}""")]
    [InlineData("""{"messageType":["urn:message:A:my password is secret"],"message":{"ticket":{"id":7,"number":{}}}}""")]
    public void Is_nothing_when_it_has_another_form(string body) =>
        Assert.Equal((null, null, null), MessageFacts.Body(Encoding.UTF8.GetBytes(body)));

    [Theory]
    [InlineData("Npgsql.PostgresException", "PostgresException")]
    [InlineData("MassTransit.SagaException+Inner", "Inner")]
    [InlineData("my password is secret", null)]
    [InlineData("Ends.with.a.dot.", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Is_an_exceptions_type_and_nothing_else(string? text, string? name) => Assert.Equal(name, MessageFacts.TypeName(text));

    [Theory]
    [InlineData("record-assignment", "Record assignment")]
    [InlineData("TicketAwaitsDispatcher", "Ticket awaits dispatcher")]
    [InlineData("", "")]
    public void Is_said_in_words(string name, string words) => Assert.Equal(words, MessageFacts.ToWords(name));

    [Theory]
    [InlineData(null, "Nobody there takes messages of this kind.")]
    [InlineData("PostgresException", "The database refused what was to be written.")]
    [InlineData("TimeoutException", "It took too long.")]
    [InlineData("InvalidOperationException", "It ended with an error of the kind “invalid operation”.")]
    public void Is_why_it_failed_by_the_exceptions_type(string? type, string sentence) => Assert.Equal(sentence, ErrorText.Of(type));

    [Fact]
    public void Is_the_moment_as_the_database_keeps_it()
    {
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 14, 5, 0, 123, 456, TimeSpan.Zero),
            MessageFacts.Moment("2026-03-02T14:05:00.1234567Z"));
        Assert.Null(MessageFacts.Moment("yesterday"));
    }

    [Fact]
    public void Is_the_same_identity_for_the_same_message_without_an_id()
    {
        Assert.Equal(MessageFacts.Identity(null, "a"u8), MessageFacts.Identity(null, "a"u8));
        Assert.NotEqual(MessageFacts.Identity(null, "a"u8), MessageFacts.Identity(null, "b"u8));
        Assert.Equal(Ticket, MessageFacts.Identity(Ticket.ToString(), "a"u8));
    }
}
