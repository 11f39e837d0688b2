using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Calculus;

/// <summary>Bowls whose curvatures a seed decides, even on a logarithmic scale, in directions that look every way.</summary>
public static class DrawnQuadratic
{
    private const int MinDimensions = 2, MaxDimensions = 12;
    private const double Flattest = 0.01, Sharpest = 100;

    /// <summary>A = QΛQᵀ with Q from the QR decomposition of a normal matrix; 2 to 12 dimensions, curvatures from 0.01 to 100.</summary>
    public static Quadratic Draw(int seed)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var chance = new torch.Generator((ulong)Seeds.Of(seed, DrawnFor.Worlds), torch.CPU);
        int p = MinDimensions
            + (int)torch.randint(
                0, MaxDimensions - MinDimensions + 1, [1], torch.ScalarType.Int64, generator: chance)
                .ToInt64();
        Tensor logarithms = Math.Log(Flattest) + Math.Log(Sharpest / Flattest) * torch.rand(p, torch.ScalarType.Float64, generator: chance);
        (Tensor Q, _) = torch.linalg.qr(torch.randn(p, p, torch.ScalarType.Float64, generator: chance));
        Tensor product = (Q * logarithms.exp()).mm(Q.t());
        double[] numbers = ((product + product.t()) / 2).contiguous().data<double>().ToArray();
        double[,] A = new double[p, p];
        Buffer.BlockCopy(numbers, 0, A, 0, numbers.Length * sizeof(double));
        double[] minimum = torch.randn(p, torch.ScalarType.Float64, generator: chance).data<double>().ToArray();
        return new Quadratic($"quadratic {seed}, {p} dimensions", A, minimum);
    }
}
