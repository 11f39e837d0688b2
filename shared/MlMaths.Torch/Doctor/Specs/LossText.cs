namespace MlMaths.Torch.Doctor;

/// <summary>A loss in a sentence.</summary>
internal static class LossText
{
    public static string Of(double loss) => double.IsFinite(loss) ? NumberText.Brief(loss) : "no finite number";
}
