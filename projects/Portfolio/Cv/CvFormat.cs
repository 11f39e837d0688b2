namespace MlMaths.Torch.Portfolio.Cv;

/// <summary>What the sentences are pasted into.</summary>
internal enum CvFormat
{
    /// <summary>Markdown.</summary>
    Md,

    /// <summary>Plain text.</summary>
    Txt,

    /// <summary>TeX, as items of a list.</summary>
    Tex,
}
