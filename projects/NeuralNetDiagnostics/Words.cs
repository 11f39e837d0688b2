namespace MlMaths.Torch.NeuralNetDiagnostics;

/// <summary>How the page names what was chosen.</summary>
internal static class Words
{
    public static string Of(GradientKind kind) => kind switch
    {
        GradientKind.Simd => "simd",
        GradientKind.Tensor => "tensor",
        GradientKind.Autograd => "autograd",
        GradientKind.Auto => "the fastest that applies",
    };

    /// <summary>In full, for a caption.</summary>
    public static string InFull(GradientKind kind) => kind switch
    {
        GradientKind.Simd => "by hand, in SIMD",
        GradientKind.Tensor => "by hand, with tensors",
        GradientKind.Autograd => "autograd",
        GradientKind.Auto => "the fastest that applies",
    };
}
