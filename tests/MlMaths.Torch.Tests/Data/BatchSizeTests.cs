using MlMaths.Torch.Data;

namespace MlMaths.Torch.Tests.Data;

public sealed class BatchSizeTests
{
    [Fact]
    public void A_batch_of_more_numbers_than_an_array_holds_is_refused_with_a_sentence()
    {
        // A view of one number, repeated 2³¹ times: it takes no memory.
        using Tensor X = torch.zeros(1, 1).expand(65536, 32768), y = torch.zeros(65536);
        Assert.Equal(
            "A batch has 65,536 rows and 2,147,483,648 numbers, and may have 268,435,455 rows and 2,147,483,591 "
                + "numbers: take fewer rows.",
            Assert.Throws<UserMistakeException>(() => new Batch(X, y)).Message);
        Assert.Throws<UserMistakeException>(() => new Batches(X, y, 32, seed: 0));
    }

    [Fact]
    public void A_batch_of_more_rows_than_bytes_can_be_counted_is_refused_too()
    {
        using Tensor X = torch.zeros(1, 1).expand(300_000_000, 1), y = torch.zeros(1).expand(300_000_000);
        Assert.StartsWith("A batch has 300,000,000 rows", Assert.Throws<UserMistakeException>(() => new Batch(X,
            y)).Message, StringComparison.Ordinal);
    }
}
