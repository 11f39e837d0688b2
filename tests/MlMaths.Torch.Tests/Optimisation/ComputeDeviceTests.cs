using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Tests.Optimisation;

public sealed class ComputeDeviceTests
{
    [Theory]
    [InlineData("gpu")]
    [InlineData("CUDA")]
    [InlineData("cuda:")]
    [InlineData("cuda:-1")]
    [InlineData("cuda:one")]
    [InlineData("")]
    public void A_device_that_does_not_exist_is_explained(string name)
    {
        var mistake = Assert.Throws<UserMistakeException>(() => ComputeDevice.Parse(name));
        Assert.Equal($"--device was '{name}', and may be auto, cpu, cuda or cuda:N with N from 0; leave it out for auto.", mistake.Message);
    }

    [Fact]
    public void Auto_always_finds_a_device()
    {
        torch.Device device = ComputeDevice.Parse("auto").Resolve();
        using Tensor three = torch.ones(3, device: device);
        Assert.Equal(3, three.sum().ToDouble());
    }

    [Fact]
    public void Cuda_without_a_card_says_what_is_missing_and_what_to_type()
    {
        Assert.SkipWhen(ComputeDevice.Parse("auto").Resolve().type == DeviceType.CUDA, "This machine has a CUDA device.");

        var mistake = Assert.Throws<UserMistakeException>(() => ComputeDevice.Parse("cuda:0").Resolve());

        Assert.StartsWith("--device was 'cuda:0', but ", mistake.Message, StringComparison.Ordinal);
        Assert.Contains("TorchBackend=cuda", mistake.Message, StringComparison.Ordinal);
        Assert.Contains("--device cpu", mistake.Message, StringComparison.Ordinal);
    }
}
