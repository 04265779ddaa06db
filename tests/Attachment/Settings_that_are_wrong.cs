namespace Helpdesk.Attachment.Tests;

public sealed class Settings_that_are_wrong
{
    [Theory]
    [InlineData("Storage:Root", "", "Storage:Root is missing")]
    [InlineData("Uploads:ReceiptFor", "1.00:00:00", "Uploads:ReceiptFor must be shorter")]
    [InlineData("Purge:Poll", "00:00:00", "Poll")]
    public async Task The_service_does_not_start_and_says_which(string key, string value, string words)
    {
        await using var installation = await Installation.CreateAsync();
        var exception = await Assert.ThrowsAnyAsync<Exception>(() => installation.StartAsync((key, value)));
        Assert.Contains(words, exception.ToString(), StringComparison.Ordinal);
    }
}
