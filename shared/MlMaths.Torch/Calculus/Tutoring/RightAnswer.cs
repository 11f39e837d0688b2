namespace MlMaths.Torch.Calculus;

/// <summary>Ways to a right gradient that are not the catalogue's: another precision, another order, a loop, no
/// derivation at all.</summary>
/// <param name="Derivation">Of which derivation.</param>
/// <param name="Way">How it is computed, in a few words.</param>
/// <param name="By">∂L/∂ of every differentiated input.</param>
public sealed record RightAnswer(string Derivation, string Way, Func<DerivationPoint, IReadOnlyDictionary<string,
    Tensor>> By) : IGradientAnswer
{
    private static readonly string[] Means =
        ["linear-mse", "linear-mae", "logistic-bce", "softmax-cross-entropy", "two-layer-perceptron", "perceptron"];

    private static readonly string[] Mixing = ["batch-norm", "attention", "l2"];

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, Tensor> Gradient(DerivationPoint at) => By(at);

    /// <summary>Every way to one derivation; about a third is in float32.</summary>
    public static IEnumerable<RightAnswer> Of(IDerivation derivation)
    {
        RightAnswer Way(string way, Func<DerivationPoint, IReadOnlyDictionary<string, Tensor>> by) => new(derivation.Name, way, by);
        yield return Way("autograd", ByAutograd);
        yield return Way("autograd in float32", at => ByAutograd(InFloat32(at)));
        yield return Way("by hand in float32", at => derivation.Gradient(InFloat32(at)));
        yield return Way("by hand in float32, cast back", at => Cast(derivation.Gradient(InFloat32(at)), torch.ScalarType.Float64));
        yield return Way("rows in the other order", at => Reversed(derivation, at));
        yield return Way("central differences", at => Differences(derivation, at, 1e-5));
        // Of the deep net a step as long as float32 needs crosses kinks, and there a difference is no gradient.
        if (derivation.Name != "perceptron")
            yield return Way("central differences in float32", at => Differences(derivation, InFloat32(at), 4e-3));
        if (Mixing.Contains(derivation.Name)) yield break;
        yield return Way("a loop over the rows", at => Looped(derivation, at));
        yield return Way("a loop over the rows in float32", at => Looped(derivation, InFloat32(at)));
    }

    /// <summary>∂L/∂ of every differentiated input, by autograd.</summary>
    internal static Dictionary<string, Tensor> ByAutograd(DerivationPoint at)
    {
        using IDisposable recorded = torch.enable_grad(); // whoever asks may have switched it off
        IDerivation derivation = at.Derivation;
        var inputs = derivation.Inputs.ToDictionary(input => input.Name,
            input => input.IsDifferentiated ? at[input.Name].detach().clone().requires_grad_(true) : at[input.Name]);
        derivation.Loss(new DerivationPoint(derivation, inputs)).backward();
        return derivation.Inputs.Where(input => input.IsDifferentiated)
            // b of the penalty takes no part
            .ToDictionary(input => input.Name, input => inputs[input.Name].grad ?? torch.zeros_like(inputs[input.Name]));
    }

    private static DerivationPoint InFloat32(DerivationPoint at) => With(at, (input, value) =>
        value.dtype == torch.ScalarType.Float64 ? value.to(torch.ScalarType.Float32) : value);

    private static DerivationPoint With(DerivationPoint at, Func<DerivationInput, Tensor, Tensor> change) =>
        new(at.Derivation, at.Derivation.Inputs.ToDictionary(input => input.Name, input => change(input, at[input.Name])));

    private static Dictionary<string, Tensor> Cast(IReadOnlyDictionary<string, Tensor> parts, torch.ScalarType type) =>
        parts.ToDictionary(part => part.Key, part => part.Value.to(type));

    private static Dictionary<string, Tensor> Reversed(IDerivation derivation, DerivationPoint at)
    {
        DerivationPoint turned = With(at, (input, value) => HasRows(input) ? value.flip(0) : value);
        return derivation.Gradient(turned).ToDictionary(
            part => part.Key, part => HasRows(Input(derivation, part.Key)) ? part.Value.flip(0) : part.Value);
    }

    private static Dictionary<string, Tensor> Looped(IDerivation derivation, DerivationPoint at)
    {
        long n = at[derivation.Inputs.First(HasRows).Name].size(0);
        Dictionary<string, Tensor>[] rows =
        [
            .. Enumerable.Range(0, (int)n).Select(i => new Dictionary<string, Tensor>(
                derivation.Gradient(With(at, (input, value) => HasRows(input) ? value.narrow(0, i, 1) : value)))),
        ];
        return derivation.Inputs.Where(input => input.IsDifferentiated).ToDictionary(input => input.Name, input =>
        {
            Tensor[] parts = [.. rows.Select(row => row[input.Name])];
            if (HasRows(input)) return torch.cat(parts, 0);
            Tensor sum = parts.Aggregate((a, b) => a + b);
            return Means.Contains(derivation.Name) ? sum / n : sum;
        });
    }

    /// <summary>The same by central differences with step h.</summary>
    internal static Dictionary<string, Tensor> Differences(IDerivation derivation, DerivationPoint at, double h)
    {
        var gradient = new Dictionary<string, Tensor>();
        foreach (DerivationInput input in derivation.Inputs.Where(input => input.IsDifferentiated))
        {
            Tensor value = at[input.Name], slopes = torch.zeros_like(value);
            Tensor flat = slopes.flatten();
            for (long k = 0; k < value.numel(); k++)
            {
                double Moved(double by)
                {
                    Tensor moved = value.detach().clone();
                    moved.view(-1)[k] += by;
                    return derivation.Loss(With(at, (other, own) => other.Name == input.Name ? moved : own)).ToDouble();
                }
                flat[k] = (Moved(h) - Moved(-h)) / (2 * h);
            }
            gradient[input.Name] = flat.reshape(value.shape);
        }
        return gradient;
    }

    private static DerivationInput Input(IDerivation derivation, string name) => derivation.Inputs.First(input => input.Name == name);

    private static bool HasRows(DerivationInput input) => input.Shape is ["n", ..];
}
