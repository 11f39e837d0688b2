namespace MlMaths.Torch.Calculus;

/// <summary>Whether the numbers of an input are those it may hold.</summary>
internal static class DomainCheck
{
    public static void Require(DerivationPoint point, DerivationInput input)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using IDisposable unrecorded = torch.no_grad();
        Tensor numbers = point[input.Name].detach();
        CheckType(point, input, numbers.dtype);

        long classes = input.Domain == InputDomain.Class ? Classes(point) : 0;
        Tensor outside = Inside(numbers, input.Domain, classes).logical_not();
        if (outside.any().ToBoolean())
        {
            string found = numbers.masked_select(outside)[0].to(torch.ScalarType.Float64).ToDouble().ToString("R");
            throw new UserMistakeException(
                $"{input} of the derivation '{point.Derivation.Name}' holds {found}, "
                + $"and may hold {InWords(input.Domain, classes)}.");
        }
    }

    private static void CheckType(DerivationPoint point, DerivationInput input, torch.ScalarType type)
    {
        DerivationInput first = point.Derivation.Inputs.First(candidate => candidate.IsDifferentiated);
        torch.ScalarType expected = input.Domain == InputDomain.Class ? torch.ScalarType.Int64 : point[first.Name].dtype;
        if (expected is not (torch.ScalarType.Int64 or torch.ScalarType.Float32 or torch.ScalarType.Float64)
            || (input.IsDifferentiated && expected == torch.ScalarType.Int64))
        {
            throw new UserMistakeException(
                $"{first} of the derivation '{point.Derivation.Name}' is of type {expected}, "
                + $"and may be Float64 or Float32: only those have a gradient.");
        }

        if (type != expected)
        {
            throw new UserMistakeException(
                $"{input} of the derivation '{point.Derivation.Name}' is of type {type}, "
                + $"and must be {expected}{(expected == torch.ScalarType.Int64 ? "" : $", like {first.Name}")}.");
        }
    }

    // NaN fails every comparison: it is outside all of them.
    private static Tensor Inside(Tensor numbers, InputDomain domain, long classes) => domain switch
    {
        InputDomain.Real => numbers.isfinite(),
        InputDomain.ZeroOrOne => numbers.eq(0).logical_or(numbers.eq(1)),
        InputDomain.Class => numbers.ge(0).logical_and(numbers.lt(classes)),
        InputDomain.Positive => numbers.gt(0).logical_and(numbers.isfinite()),
        InputDomain.NotNegative => numbers.ge(0).logical_and(numbers.isfinite()),
        InputDomain.Share => numbers.ge(0).logical_and(numbers.lt(1)),
    };

    private static string InWords(InputDomain domain, long classes) => domain switch
    {
        InputDomain.Real => "finite numbers",
        InputDomain.ZeroOrOne => "0 or 1",
        InputDomain.Class => $"the classes 0 to {classes - 1}",
        InputDomain.Positive => "numbers above 0",
        InputDomain.NotNegative => "numbers from 0",
        InputDomain.Share => "a share from 0 to below 1",
    };

    /// <summary>C, from an input that has it among its sizes.</summary>
    private static long Classes(DerivationPoint point)
    {
        DerivationInput sized = point.Derivation.Inputs.First(input => input.Shape.Contains("C"));
        return point[sized.Name].shape[sized.Shape.ToList().IndexOf("C")];
    }
}
