namespace MlMaths.Torch.Cli;

/// <summary>Tells whoever waits how far the work is.</summary>
public abstract class RunProgress
{
    /// <summary>Opens a stage of so many steps; it ends when it is disposed. Threads may advance it together.</summary>
    public abstract ProgressStage Stage(string name, double steps = 1);

    /// <summary>Says a sentence of its own, between the stages.</summary>
    public abstract void Say(string sentence);
}

/// <summary>A part of the work that has a name and a length.</summary>
public abstract class ProgressStage : IDisposable
{
    private double _share;

    /// <summary>Says that so many steps more are done.</summary>
    public abstract void Advance(double steps = 1);

    /// <summary>Says which share of a stage of one step is done, for work that counts so; from one thread.</summary>
    public void AdvanceTo(double share)
    {
        Advance(share - _share);
        _share = share;
    }

    /// <summary>Says how it stands, in a few words: <c>loss 0.12, 3 s left</c>.</summary>
    public abstract void Tell(string standing);

    /// <summary>Ends the stage.</summary>
    public abstract void Dispose();
}
