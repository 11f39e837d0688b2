namespace MlMaths.Torch.Calculus;

/// <summary>
/// The loss that every smooth loss looks like near a minimum, and the only one whose descent can be written down in advance.
///
/// <code>
/// L(θ)    = ½ (θ − θ*)ᵀA(θ − θ*)               A [p, p] symmetric, θ* [p] the minimum
/// ∇L(θ)   = A(θ − θ*)                          [p]
/// ∇²L     = A                                  everywhere the same
/// θₖ₊₁−θ* = (θₖ − θ*) − ηA(θₖ − θ*)
///         = (I − ηA)(θₖ − θ*)                  so θₖ = θ* + (I − ηA)ᵏ(θ₀ − θ*)
/// A       = Σᵢ λᵢuᵢuᵢᵀ                          along uᵢ a step multiplies the distance by 1 − ηλᵢ
/// </code>
///
/// Source: Goh, Why Momentum Really Works (Distill, 2017); Nocedal and Wright, Numerical Optimization, 2nd ed., section 3.3.
/// </summary>
public sealed class Quadratic : ISurface
{
    private readonly double[,] _curvature;
    private readonly double[] _minimum;
    private readonly double[,] _directions;

    /// <summary>A bowl, or a saddle where A has eigenvalues of both signs.</summary>
    /// <param name="name">What it is, in a few words.</param>
    /// <param name="A">The curvature [p, p], symmetric.</param>
    /// <param name="minimum">θ* [p].</param>
    /// <exception cref="ArgumentException">The shapes do not fit, or A is not symmetric.</exception>
    public Quadratic(string name, double[,] A, params double[] minimum)
    {
        int p = minimum.Length;
        Finite.Check(minimum);
        foreach (double one in A)
            Finite.Checked(one, nameof(A));
        if (p == 0 || A.GetLength(0) != p || A.GetLength(1) != p)
            throw new ArgumentException($"A was [{A.GetLength(0)}, {A.GetLength(1)}] and the minimum has {p} numbers.", nameof(A));
        if (Enumerable.Range(0, p * p).Any(k => A[k / p, k % p] != A[k % p, k / p]))
            throw new ArgumentException("A was not symmetric; take (A + Aᵀ)/2.", nameof(A));

        (Name, _curvature, _minimum) = (name, (double[,])A.Clone(), [.. minimum]);
        using DisposeScope scope = torch.NewDisposeScope();
        (Tensor λ, Tensor u) = torch.linalg.eigh(TensorCopy.Of(A));
        Curvatures = λ.data<double>().ToArray();
        _directions = new double[p, p];
        double[] numbers = u.contiguous().data<double>().ToArray();
        Buffer.BlockCopy(numbers, 0, _directions, 0, numbers.Length * sizeof(double));
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public Tex Formula => Dimensions == 1
        ? Tex.Of("""
            \begin{aligned}
            L(\theta) &= \tfrac12\, a\, (\theta - \theta^*)^2 \\
            L'(\theta) &= a\, (\theta - \theta^*)
            \end{aligned}
            """)
        : Tex.Of("""
            \begin{aligned}
            L(\theta) &= \tfrac12 (\theta - \theta^*)^\top A (\theta - \theta^*) \\
            \nabla L(\theta) &= A (\theta - \theta^*)
            \end{aligned}
            """);

    /// <inheritdoc/>
    public string Constants => Dimensions == 1
        ? $"a = {NumberText.Of(_curvature[0, 0])}, θ* = {NumberText.Of(_minimum[0])}"
        : $"A = [{string.Join("; ", Enumerable.Range(0, Dimensions).Select(Row))}], "
            + $"θ* = [{string.Join(", ", _minimum.Select(one => NumberText.Of(one)))}]";

    /// <inheritdoc/>
    public int Dimensions => _minimum.Length;

    /// <inheritdoc/>
    public IReadOnlyList<double> Minimum => _minimum;

    /// <summary>λ₁ ≤ … ≤ λₚ, the eigenvalues of A.</summary>
    public IReadOnlyList<double> Curvatures { get; }

    /// <summary>uₚ [p], the direction that curves most.</summary>
    public IReadOnlyList<double> SharpestDirection => Direction(Dimensions - 1);

    /// <inheritdoc/>
    public double Value(IReadOnlyList<double> θ) => Gradient(θ).Select((slope, i) => slope * (θ[i] - _minimum[i])).Sum() / 2;

    /// <inheritdoc/>
    public double[] Gradient(IReadOnlyList<double> θ) =>
        [.. Enumerable.Range(0, Dimensions)
            .Select(i => Enumerable.Range(0, Dimensions).Sum(j => _curvature[i, j] * (θ[j] - _minimum[j])))];

    /// <inheritdoc/>
    public Tensor Loss(Tensor θ)
    {
        Tensor distance = θ - TensorCopy.Of(_minimum);
        return distance.dot(TensorCopy.Of(_curvature).mv(distance)) / 2;
    }

    /// <summary>θₖ of gradient descent, without descending: each direction's distance is multiplied by (1 − ηλᵢ)ᵏ.</summary>
    /// <param name="start">θ₀ [p].</param>
    /// <param name="learningRate">η.</param>
    /// <param name="k">Steps, from 0.</param>
    public double[] AfterSteps(IReadOnlyList<double> start, double learningRate, int k)
    {
        Finite.Checked(start);
        Finite.Checked(learningRate);
        double[] θ = [.. _minimum];
        for (int i = 0; i < Dimensions; i++)
        {
            double[] u = Direction(i);
            double along = u.Select((part, j) => part * (start[j] - _minimum[j])).Sum() * Math.Pow(1 - learningRate * Curvatures[i], k);
            for (int j = 0; j < Dimensions; j++)
                θ[j] += along * u[j];
        }

        return θ;
    }

    private double[] Direction(int i) => [.. Enumerable.Range(0, Dimensions).Select(j => _directions[j, i])];

    private string Row(int i) => string.Join(", ", Enumerable.Range(0, Dimensions).Select(j => NumberText.Of(_curvature[i, j])));
}
