using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.Cv.Stories;

/// <summary>Calculus: derivations, a gradient check, a predicted learning rate.</summary>
internal static class CalculusStories
{
    public static IEnumerable<CvStory> Of(RunNumbers run)
    {
        Measurement derivations = run["check.derivations"], autograd = run["check.worst_autograd"],
            differences = run["check.worst_differences"], found = run["check.planted_found"].InPercent,
            alarms = run["check.false_alarms"].InPercent, octave = run["stable.nets_within_octave"].InPercent;
        yield return new(
            "derivations",
            $"Derived {derivations:bare} gradients by hand; all agree with autograd {autograd:agreement}.",
            $"Derived {derivations:bare} gradients of losses and layers by hand, attention and normalisation among them; in "
            + $"C# all agree with autograd {autograd:agreement}.",
            $"Derived {derivations:bare} gradients of losses and layers by hand, attention and normalisation among them, and "
            + $"wrote them in C#; at random points all agree with autograd {autograd:agreement}, and with finite differences "
            + $"{differences:agreement}.");
        yield return new(
            "a gradient check",
            $"Built a gradient check that finds {found} of planted errors.",
            $"Built a gradient check that found {found} of planted errors, {found:range}, false alarms at most {alarms:most}.",
            $"Built a gradient check that distinguishes truncation, rounding, kinks and mistakes; it found {found} of planted "
            + $"errors, {found:range}, with false alarms on at most {alarms:most} of correct gradients.");
        yield return new(
            "a predicted learning rate",
            $"Predicted {octave} of nets' learning-rate limits within a factor of two.",
            $"Predicted the largest stable learning rate from curvature within a factor of two for {octave} of nets, "
            + $"{octave:range}.",
            $"Predicted the largest stable learning rate from the largest eigenvalue of the Hessian, by power iteration on "
            + $"Hessian-vector products, within a factor of two for {octave} of small nets near a minimum, {octave:range}.");
    }
}
