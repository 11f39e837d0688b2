namespace MlMaths.Torch.Tests;

/// <summary>Tensors that something still holds. What earlier tests dropped without disposing is collected before the count.</summary>
internal static class LiveTensors
{
    public static long Count
    {
        get
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            return Tensor.TotalCount;
        }
    }
}
