using System.Globalization;

namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// Checks the shapes along a pipeline against the letters of its derivation. The first tensor that has a letter binds it,
/// all later ones have to agree:
/// <code>
/// shapes.Require(X, "X", "n", "d");
/// shapes.Require(w, "w", "d");        // w: expected [d=30], was [31]; d was bound by X [569, 30]
/// </code>
/// </summary>
public sealed class ShapeChecker
{
    private readonly Dictionary<string, Binding> _bindings = [];

    /// <summary>The tensor itself, when its shape is the one expected; what is in it, NaN and infinite numbers too, is not
    /// looked at.</summary>
    /// <param name="tensor">Any tensor.</param>
    /// <param name="name">Its name in the derivation.</param>
    /// <param name="dimensions">A letter or name per dimension, or a number for a fixed size; none for a scalar.</param>
    /// <exception cref="ShapeException">The shape is another.</exception>
    public Tensor Require(Tensor tensor, string name, params ReadOnlySpan<string> dimensions)
    {
        Require(tensor.shape, name, dimensions);
        return tensor;
    }

    /// <summary>The shape itself, when it is the one expected; nothing is bound when it is not.</summary>
    public long[] Require(long[] shape, string name, params ReadOnlySpan<string> dimensions)
    {
        var bindings = new Dictionary<string, Binding>(_bindings);
        bool fits = shape.Length == dimensions.Length;
        for (int i = 0; i < dimensions.Length && i < shape.Length; i++)
        {
            if (Literal(dimensions[i]) is null)
                bindings.TryAdd(dimensions[i], new(shape[i], name, shape));
            fits &= Size(dimensions[i], bindings) == shape[i];
        }

        if (!fits)
            throw new ShapeException(Sentence(shape, name, dimensions.ToArray(), bindings));
        foreach ((string dimension, Binding binding) in bindings)
            _bindings[dimension] = binding;
        return shape;
    }

    private string Sentence(long[] shape, string name, string[] dimensions, Dictionary<string, Binding> bindings)
    {
        // With a wrong number of dimensions nothing can be said of a single one: every one bound before is explained.
        string[] explained = shape.Length == dimensions.Length
            ? [.. dimensions.Where((dimension, i) => Literal(dimension) is null && bindings[dimension].Size != shape[i]).Distinct()]
            : [.. dimensions.Where(_bindings.ContainsKey).Distinct()];
        IEnumerable<string> expected = dimensions.Select(dimension =>
            _bindings.ContainsKey(dimension) || explained.Contains(dimension) ? $"{dimension}={bindings[dimension].Size}" : dimension);
        IEnumerable<string> reasons = explained.Select(dimension =>
            $"; {dimension} was bound by {bindings[dimension].By} {Shown(bindings[dimension].Shape)}");
        return $"{name}: expected [{string.Join(", ", expected)}], was {Shown(shape)}{string.Concat(reasons)}";
    }

    private static string Shown(long[] shape) => $"[{string.Join(", ", shape)}]";

    private static long Size(string dimension, Dictionary<string, Binding> bindings) =>
        Literal(dimension) ?? bindings[dimension].Size;

    private static long? Literal(string dimension) =>
        long.TryParse(dimension, NumberStyles.None, CultureInfo.InvariantCulture, out long size) ? size : null;

    private sealed record Binding(long Size, string By, long[] Shape);
}
