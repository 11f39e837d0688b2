namespace MlMaths.Torch;

/// <summary>The way back from a tensor to .NET: all its numbers, copied, the last dimension running fastest.</summary>
internal static class TensorNumbers
{
    /// <summary>In double precision, from whatever device and type; a tensor that autograd follows is read, and not followed.</summary>
    public static double[] Of(Tensor tensor)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        return tensor.detach().to(torch.ScalarType.Float64, torch.CPU).contiguous().data<double>().ToArray();
    }
}
