using System.Text;
using Helpdesk.Attachment.Documents;
using Helpdesk.Attachment.Tests.Documents;

namespace Helpdesk.Attachment.Tests;

/// <summary>What the whole process allocates is measured: nothing else may run in it meanwhile.</summary>
[Collection(nameof(Alone))]
public sealed class Numbers_that_a_pdf_makes_up
{
    const int Million = 1_000_000;

    [Theory]
    [InlineData("/Size 2147483647 /W [1 1 1]")]
    [InlineData("/Size 3 /Index [0 2147483647] /W [1 1 1] /Root 1 0 R")]
    public async Task G16_a_pdf_that_makes_up_numbers_ends_the_process_that_checks_it_and_no_other(string entries)
    {
        using var process = new PdfProcess();
        var file = Pack.Pdf(Pack.Stream(7, "/Type /XRef " + entries, "abc", pack: false));
        var at = Encoding.Latin1.GetString(file).IndexOf("7 0 obj", StringComparison.Ordinal);
        file = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(file).Replace("startxref\n110", $"startxref\n{at}",
            StringComparison.Ordinal));
        var before = GC.GetTotalAllocatedBytes();
        await process.JudgeAsync(file);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 100 * Million);
        Assert.Equal(Pack.Pdf(), (await process.CheckAsync(Pack.Pdf(), TestContext.Current.CancellationToken)).Bytes.ToArray());
    }
}

[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
