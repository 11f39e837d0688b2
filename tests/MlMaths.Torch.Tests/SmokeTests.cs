namespace MlMaths.Torch.Tests;

public sealed class SmokeTests
{
    [Fact]
    public void A_tensor_starts()
    {
        using Tensor x = torch.arange(4);
        Assert.Equal(6, x.sum().ToInt64());
    }
}
