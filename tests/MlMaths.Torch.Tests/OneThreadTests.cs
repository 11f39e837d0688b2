using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Tests;

public sealed class OneThreadTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void A_test_begins_with_one_thread_whatever_the_one_before_it_left(int left)
    {
        Assert.Equal(1, torch.get_num_threads());
        ComputeThreads.Set(left);
        Assert.Equal(left, torch.get_num_threads());
    }
}
