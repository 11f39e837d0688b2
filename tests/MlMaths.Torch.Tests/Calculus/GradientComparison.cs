using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;

namespace MlMaths.Torch.Tests.Calculus;

/// <summary>How far two answers for the gradient of one parameter lie apart.</summary>
/// <param name="Parameter">The parameter's name.</param>
/// <param name="Answer">Which source was compared with the reference.</param>
/// <param name="LargestAbsolute">max |a − r| over the coordinates.</param>
/// <param name="LargestRelative">max |a − r| / max(|a|, |r|); 0 where both are 0.</param>
/// <param name="Each">|a − r| of each coordinate.</param>
/// <param name="WorstCoordinate">Index, within the parameter, of the largest absolute difference.</param>
internal sealed record GradientDifference(
    string Parameter, string Answer, IReadOnlyList<double> Each, double LargestAbsolute, double LargestRelative, int WorstCoordinate);

/// <summary>
/// Asks several gradient sources the same question, on the same batch at the same θ, and compares every coordinate with
/// the first one's. Relative difference after the CS231n course notes, "Gradient checks".
/// </summary>
internal static class GradientComparison
{
    /// <summary>Compares each answer with the reference, parameter by parameter. θ is the same afterwards.</summary>
    /// <param name="reference">The answer that is checked, for instance the derivation by hand.</param>
    /// <param name="answers">The answers it is compared with, by name; all must share the reference's parameters.</param>
    /// <param name="batch">The rows.</param>
    public static IReadOnlyList<GradientDifference> Compare(
        IGradientSource reference, IReadOnlyList<(string Name, IGradientSource Source)> answers, Batch batch)
    {
        double[] r = GradientOf(reference, batch);
        var differences = new List<GradientDifference>();
        foreach ((string name, IGradientSource source) in answers)
        {
            if (!ReferenceEquals(source.Parameters, reference.Parameters))
                throw new ArgumentException($"The answer '{name}' belongs to other parameters than the reference.", nameof(answers));

            double[] a = GradientOf(source, batch);
            differences.AddRange(reference.Parameters.Slices.Select(slice => Difference(slice, name, a, r)));
        }

        return differences;
    }

    private static double[] GradientOf(IGradientSource source, Batch batch)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        source.Differentiate(batch);
        return source.Parameters.GradientToArray();
    }

    private static GradientDifference Difference(ParameterSlice slice, string name, double[] a, double[] r)
    {
        double[] each = new double[slice.Length];
        double largestAbsolute = 0, largestRelative = 0;
        int worst = 0;
        for (int j = slice.Offset; j < slice.Offset + slice.Length; j++)
        {
            double absolute = Math.Abs(a[j] - r[j]);
            double size     = Math.Max(Math.Abs(a[j]), Math.Abs(r[j]));
            each[j - slice.Offset] = absolute;
            if (!(absolute <= largestAbsolute)) // also when it is not a number
                (largestAbsolute, worst) = (absolute, j - slice.Offset);
            largestRelative = Math.Max(largestRelative, size == 0 ? 0 : absolute / size);
        }

        return new GradientDifference(slice.Name, name, each, largestAbsolute, largestRelative, worst);
    }
}
